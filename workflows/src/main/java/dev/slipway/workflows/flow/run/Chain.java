package dev.slipway.workflows.flow.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Runs that go on as each other, and what they hand on. */
final class Chain<S extends FlowState<S>> {
  private final ProgressBoard board;
  private final Attempts attempts;
  private final Announcer announcer;
  private final Continuation continuation;

  Chain(ProgressBoard board, Attempts attempts, Announcer announcer, Continuation continuation) {
    this.board = board;
    this.attempts = attempts;
    this.announcer = announcer;
    this.continuation = continuation;
  }

  /**
   * What counts of the things that the run before has handed on: all of it where the cluster's
   * Lease says that this chain works under that agreement; else only its notes, its answers and its
   * deadline.
   *
   * @param fresh what the request says, and nothing else
   * @param anew begins as a new run what cannot be found out now
   */
  Carried<S> begin(Carried<S> earlier, S fresh, Runnable anew) {
    board.restore(List.of(), earlier.notes());
    if (isConfirmed(earlier.state(), fresh, anew)) {
      board.restore(earlier.finished(), List.of());
      return earlier;
    }
    Instant decideBy = earliest(fresh.decideBy(), earlier.state().decideBy());
    return new Carried<>(
        fresh.withDecideBy(decideBy), List.of(), List.of(), earlier.answers(), false);
  }

  /** Never comes back where it is time for a new run, and where one is possible. */
  void goOnIfDueAfter(FlowLine line, JsonNode argument, Supplier<Carried<S>> carried) {
    if (continuation.isDueAfter(line)) {
      goOn(argument, carried);
    }
  }

  /**
   * Goes on as a new run. Comes back only where this one is being cancelled, or is of a cron.
   *
   * @param carried asked when nothing more comes in
   */
  void goOn(JsonNode argument, Supplier<Carried<S>> carried) {
    if (CancellationScope.current().isCancelRequested() || !Carried.canTravel()) {
      return;
    }
    announcer.awaitStarted();
    Workflow.await(Workflow::isEveryHandlerFinished);
    Workflow.continueAsNew(argument, carried.get());
  }

  private boolean isConfirmed(S carried, S fresh, Runnable anew) {
    if (carried.agreement() == null) {
      return false;
    }
    Plan plan = carried.agreement().plan();
    boolean sameTarget = carried.request().target().equals(fresh.request().target());
    // Asked of the workers that would do the work, not of those that this run names.
    LookAtClaim look = new LookAtClaim(board.firstLine(), ClusterClaim.of(carried.request()));
    if (sameTarget && attempts.untilKnown(look, plan.digest(), anew)) {
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
