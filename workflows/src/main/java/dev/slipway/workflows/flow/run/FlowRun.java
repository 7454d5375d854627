package dev.slipway.workflows.flow.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.contract.VisibilityActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowRequest;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.flow.Planned;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.SearchAttributes;
import dev.slipway.workflows.progress.StepState;
import io.temporal.failure.TemporalFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the lines of a flow: the only place that knows about progress, skipping what is done,
 * ownership and going on as a new run.
 *
 * @param <S> the run's whole memory
 */
public final class FlowRun<S extends FlowState<S>> {
  private final ProgressBoard board;
  private final Consent consent;
  private final Attempts attempts;
  private final Chain<S> chain;
  private final List<StepState> finished = new ArrayList<>();
  private JsonNode input;
  private boolean isFirst;
  private S state;
  private ClusterClaim claim;

  FlowRun(ProgressBoard board, Consent consent, Continuation continuation) {
    this.board = board;
    this.consent = consent;
    this.attempts = new Attempts(board);
    this.chain = new Chain<>(board, continuation);
  }

  /**
   * Begins, or goes on where an earlier run of the chain stopped.
   *
   * @param argument the workflow's first argument, which the whole chain keeps
   * @param carried its second; null in the first run
   * @param fresh the state to begin with
   */
  public void begin(JsonNode argument, JsonNode carried, S fresh, Class<S> type) {
    isFirst = carried == null || carried.isNull();
    Carried<S> earlier =
        isFirst ? new Carried<>(fresh, List.of(), List.of()) : Carried.read(carried, type);
    input = argument;
    board.begin(fresh.request().target().cluster(), usableSearchAttributes(fresh.request()));
    Carried<S> begun = chain.begin(earlier, fresh);
    state = begun.state();
    claim = ClusterClaim.of(state.request());
    finished.addAll(begun.finished());
    if (state.agreement() != null) {
      consent.settled(state);
    }
  }

  public S state() {
    return state;
  }

  /**
   * Looks at the world until a decision stands for what is seen after it, or once where the request
   * requires none.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#REJECTED} or {@link
   *     FailureType#DEADLINE_PASSED}
   */
  public <I, O extends Planned> void agreeOn(
      FlowStep<I, O> preflight, Function<S, I> given, BiFunction<S, O, S> fold) {
    if (state.agreement() != null) {
      return;
    }
    Supplier<Plan> look =
        () -> {
          O seen = attempts.at(preflight, given.apply(state));
          state = fold.apply(state, seen);
          return seen.plan();
        };
    Plan plan = look.get();
    if (isFirst) {
      chain.goOnIfDueAfter(preflight.line(), input, state, finished);
    }
    Agreement agreement =
        state.request().approval().required()
            ? consent.by(attempts, state, plan, look)
            : consent.unasked(plan);
    state = state.withAgreement(agreement);
    consent.settled(state);
    finished.add(board.state(preflight.line()));
    finished.add(board.state(consent.line()));
  }

  /** Claims the cluster, does the work, and gives the cluster back however that ends. */
  public <I, T> T owningCluster(FlowStep<I, ?> claiming, Function<S, I> given, Supplier<T> work) {
    T result;
    try {
      step(claiming, given);
      result = work.get();
    } catch (TemporalFailure e) {
      claim.giveBack(board::note);
      throw e;
    }
    // Not in a finally: a bug or a new run of the chain unwinds here, and the Lease is kept.
    claim.giveBack(board::note);
    return result;
  }

  /** A line whose result nobody needs. */
  public <I> void step(FlowStep<I, ?> step, Function<S, I> given) {
    step(step, given, (unchanged, result) -> unchanged);
  }

  /**
   * Does what a line says unless it is done already.
   *
   * @param given what of the state the step needs
   * @param fold how its result becomes part of the state
   */
  public <I, O> void step(FlowStep<I, O> step, Function<S, I> given, BiFunction<S, O, S> fold) {
    if (isFinished(step.line())) {
      return;
    }
    if (!step.isPartOfThisRun()) {
      board.notRequired(step.line());
      finished.add(board.state(step.line()));
      return;
    }
    O output = attempts.at(step, given.apply(state));
    state = fold.apply(state, output);
    finished.add(board.state(step.line()));
    chain.goOnIfDueAfter(step.line(), input, state, finished);
  }

  /** The body of the workflow method: shows how it ended. */
  public <T> T reportingFailure(Supplier<T> work) {
    return attempts.whole(work);
  }

  private boolean isFinished(FlowLine line) {
    return finished.stream().anyMatch(step -> step.step().equals(line.name()));
  }

  private static List<String> usableSearchAttributes(FlowRequest request) {
    return ActivityCalls.of(request)
        .of(VisibilityActivities.class, "Find out which search attributes may be set")
        .findSearchAttributes(SearchAttributes.ALL);
  }
}
