package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.PreflightActivities;
import java.util.List;

/** Takes the snapshot, then lets every examiner look. */
public final class PreflightActivitiesImpl implements PreflightActivities {
  private final Snapshots snapshots;
  private final List<Examiner> examiners;

  /**
   * Preflight as a worker does it.
   *
   * @param examiners in the order in which their changes belong into the plan; the account first
   */
  public PreflightActivitiesImpl(Snapshots snapshots, List<Examiner> examiners) {
    this.snapshots = snapshots;
    this.examiners = List.copyOf(examiners);
  }

  @Override
  public Platform takeSnapshot(SnapshotRequest request) {
    return snapshots.take(request);
  }

  @Override
  public Examination examine(ExamineRequest request) {
    Round round = new Round();
    examiners.forEach(examiner -> round.of(examiner, request));
    return round.result();
  }
}
