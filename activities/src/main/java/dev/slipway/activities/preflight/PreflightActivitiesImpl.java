package dev.slipway.activities.preflight;

import dev.slipway.activities.preflight.Examiner.Turn;
import dev.slipway.workflows.contract.PreflightActivities;
import dev.slipway.workflows.platform.Platform;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Takes the snapshot, then lets every examiner look. */
public final class PreflightActivitiesImpl implements PreflightActivities {
  private final Snapshots snapshots;
  private final List<Examiner> examiners;

  /**
   * Preflight with these examiners.
   *
   * @param examiners in the order of the plan, and therefore of their turns
   */
  public PreflightActivitiesImpl(Snapshots snapshots, List<Examiner> examiners) {
    this.snapshots = snapshots;
    this.examiners = List.copyOf(examiners);
    List<Turn> turns = examiners.stream().map(Examiner::turn).toList();
    if (!turns.stream().sorted(Comparator.naturalOrder()).toList().equals(turns)) {
      throw new IllegalArgumentException("Examiners out of their turn: " + turns);
    }
  }

  private static void start(Runnable aside) {
    Thread thread = new Thread(aside, "preflight-world");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Platform takeSnapshot(SnapshotRequest request) {
    return snapshots.take(request);
  }

  @Override
  public Examination examine(ExamineRequest request) {
    Round account = round(Turn.ACCOUNT, request);
    if (account.hasEnded()) {
      return account.result(request.platform());
    }
    CompletableFuture<Round> world =
        CompletableFuture.supplyAsync(
            () -> round(Turn.WORLD, request), PreflightActivitiesImpl::start);
    Round packages = round(Turn.PACKAGES, request);
    return account.and(joined(world)).and(packages).result(request.platform());
  }

  private static Round joined(CompletableFuture<Round> world) {
    try {
      return world.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
    }
  }

  private Round round(Turn turn, ExamineRequest request) {
    return Round.of(examiners.stream().filter(one -> one.turn() == turn).toList(), request);
  }
}
