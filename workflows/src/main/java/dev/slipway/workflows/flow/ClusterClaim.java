package dev.slipway.workflows.flow;

import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.platform.Target;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The Lease of the cluster that a run works on. */
public final class ClusterClaim {
  // What the run led to should not wait long for a cluster that does not answer any more.
  private static final Duration RELEASE_BUDGET = Duration.ofMinutes(2);

  private final ActivityCalls calls;
  private final Target target;
  private final Mandate mandate;

  private ClusterClaim(ActivityCalls calls, Target target, Mandate mandate) {
    this.calls = calls;
    this.target = target;
    this.mandate = mandate;
  }

  public static ClusterClaim of(FlowRequest request) {
    return new ClusterClaim(ActivityCalls.of(request), request.target(), request.mandate());
  }

  /** This run, as a Lease names it: the same over a continue-as-new. */
  public static Owner owner() {
    WorkflowInfo info = Workflow.getInfo();
    return new Owner(info.getNamespace(), info.getWorkflowId(), info.getFirstExecutionRunId());
  }

  /**
   * Takes the Lease and writes into it which plan was agreed to.
   *
   * @throws io.temporal.failure.ActivityFailure where another run holds it
   */
  public void take(String planDigest) {
    calls
        .of(OwnershipActivities.class, "Claim the cluster for this run")
        .claimCluster(target, owner(), planDigest, mandate);
  }

  /** Whether this chain of runs holds the Lease, under this plan. */
  public boolean isHeldUnder(String planDigest) {
    return calls
        .of(OwnershipActivities.class, "Look whether this run has claimed the cluster")
        .holdsCluster(target, owner(), planDigest);
  }

  /** Gives the Lease back, also when the run was cancelled; what goes wrong is told. */
  public void giveBack(Consumer<String> note) {
    Workflow.newDetachedCancellationScope(() -> release(note)).run();
  }

  /** Does the work, and gives the Lease back where it fails. */
  public <T> T givenBackOnFailure(Consumer<String> note, Supplier<T> work) {
    try {
      return work.get();
    } catch (TemporalFailure e) {
      // A bug or a new run of the chain unwinds past here, and the Lease is kept.
      giveBack(note);
      throw e;
    }
  }

  private void release(Consumer<String> note) {
    try {
      calls
          .within(RELEASE_BUDGET, OwnershipActivities.class, "Give the cluster back")
          .releaseCluster(target, owner());
    } catch (ActivityFailure e) {
      note.accept("The cluster's Lease could not be given back: " + e.getCause().getMessage());
    }
  }
}
