package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.PreflightActivities;
import dev.slipway.workflows.platform.Platform;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes the snapshot, then lets every examiner look. */
public final class PreflightActivitiesImpl implements PreflightActivities {
  private final Snapshots snapshots;
  private final Examiners examiners;

  /**
   * In the order in which their changes belong into the plan.
   *
   * @param account alone: the others look only into the account that was asked for
   * @param world look into AWS and the cluster, aside
   * @param packages look meanwhile, on the activity's own thread, since Helm's children heartbeat
   */
  public record Examiners(List<Examiner> account, List<Examiner> world, List<Examiner> packages) {
    public Examiners {
      account = List.copyOf(account);
      world = List.copyOf(world);
      packages = List.copyOf(packages);
    }
  }

  public PreflightActivitiesImpl(Snapshots snapshots, Examiners examiners) {
    this.snapshots = snapshots;
    this.examiners = examiners;
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
    Round account = Round.of(examiners.account(), request);
    if (account.hasEnded()) {
      return account.result(request.platform());
    }
    CompletableFuture<Round> world =
        CompletableFuture.supplyAsync(
            () -> Round.of(examiners.world(), request), PreflightActivitiesImpl::start);
    Round packages = Round.of(examiners.packages(), request);
    return account.and(world.join()).and(packages).result(request.platform());
  }
}
