package dev.slipway.workflows.flow.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.StepState;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;

/** Runs that go on as each other, and what they hand on. */
final class Chain<S extends FlowState<S>> {
  private final ProgressBoard board;
  private final Continuation continuation;

  Chain(ProgressBoard board, Continuation continuation) {
    this.board = board;
    this.continuation = continuation;
  }

  /**
   * What counts of the things that the run before has handed on: all of it where the cluster's
   * Lease says that this chain works under that agreement; else only its notes and its deadline.
   *
   * @param fresh what the request says, and nothing else
   */
  Carried<S> begin(Carried<S> earlier, S fresh) {
    board.restore(List.of(), earlier.notes());
    if (isConfirmed(earlier.state(), fresh)) {
      board.restore(earlier.finished(), List.of());
      return earlier;
    }
    Instant decideBy = earliest(fresh.decideBy(), earlier.state().decideBy());
    return new Carried<>(fresh.withDecideBy(decideBy), List.of(), List.of());
  }

  /**
   * Never comes back where it is time for a new run, unless this one is being cancelled, or is of a
   * cron.
   */
  void goOnIfDueAfter(FlowLine line, JsonNode argument, S state, List<StepState> finished) {
    if (!continuation.isDueAfter(line)
        || CancellationScope.current().isCancelRequested()
        || !Carried.canTravel()) {
      return;
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
    Workflow.continueAsNew(argument, new Carried<>(state, finished, board.notes()));
  }

  private boolean isConfirmed(S carried, S fresh) {
    if (carried.agreement() == null) {
      return false;
    }
    Plan plan = carried.agreement().plan();
    boolean sameTarget = carried.request().target().equals(fresh.request().target());
    // Asked of the workers that would do the work, not of those that this run names.
    if (sameTarget && ClusterClaim.of(carried.request()).isHeldUnder(plan.digest())) {
      return true;
    }
    board.note(
        "Plan "
            + plan.shortDigest()
            + " no longer counts: the cluster is not claimed under it, so a new plan is made");
    return false;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
