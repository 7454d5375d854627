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
import dev.slipway.workflows.flow.Planning;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.SearchAttributes;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
import dev.slipway.workflows.progress.WorkflowClock;
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
  private final Parking parking;
  private final Announcer announcer;
  private final Attempts attempts;
  private final Chain<S> chain;
  private final List<StepState> finished = new ArrayList<>();
  private JsonNode input;
  private boolean isFirst;
  private boolean isResumed;
  private S fresh;
  private S state;
  private S proposed;
  private ClusterClaim claim;

  FlowRun(ProgressBoard board, Consent consent, Parking parking, Continuation continuation) {
    this.board = board;
    this.consent = consent;
    this.parking = parking;
    this.announcer = new Announcer(board::note);
    this.attempts = new Attempts(board, parking, announcer);
    this.chain = new Chain<>(board, attempts, announcer, continuation);
    board.tell(announcer);
  }

  /**
   * Begins, or goes on where an earlier run of the chain stopped.
   *
   * @param argument the workflow's first argument, which the whole chain keeps
   * @param carried its second; null in the first run
   * @param initial the state to begin with
   */
  public void begin(JsonNode argument, JsonNode carried, S initial, Class<S> type) {
    isFirst = carried == null || carried.isNull();
    Carried<S> earlier = isFirst ? Carried.only(initial) : Carried.read(carried, type);
    input = argument;
    fresh = initial;
    claim = ClusterClaim.of(fresh.request());
    board.begin(fresh.request().target().cluster(), usableSearchAttributes(fresh.request()));
    announcer.begin(fresh.request());
    parking.begin(fresh.request().attention(), earlier.answers());
    Carried<S> begun =
        givingBackOnFailure(() -> chain.begin(earlier, fresh, () -> goOnAs(earlier)));
    state = begun.state();
    isResumed = begun.resumed();
    claim = ClusterClaim.of(state.request());
    finished.addAll(begun.finished());
    if (state.agreement() != null) {
      consent.settled(state);
    }
  }

  /** What is known; while a plan is up, what it rests on. */
  public S state() {
    return proposed == null ? state : proposed;
  }

  /**
   * Looks at the world until a decision stands for what is seen after it, or once where the request
   * requires none. A run that goes on after a person's answer looks whether what was agreed to is
   * still so: where it is not, a new plan is put up, and its work is done anew.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#REJECTED} or {@link
   *     FailureType#DEADLINE_PASSED}
   */
  public <I, O extends Planned> void agreeOn(
      Planning<I, O> preflight, Function<S, I> given, BiFunction<S, O, S> fold) {
    if (isFirst) {
      agree(state, preflight, given, fold);
      return;
    }
    // An earlier run of the chain may have claimed the cluster.
    givingBackOnFailure(
        () -> {
          if (state.agreement() == null) {
            agree(state, preflight, given, fold);
          } else if (isResumed) {
            agreeAgainIfOutdated(preflight, given, fold);
          }
          return state;
        });
  }

  /** Claims the cluster, does the work, and gives the cluster back however that ends. */
  public <I, T> T owningCluster(FlowStep<I, ?> claiming, Function<S, I> given, Supplier<T> work) {
    T result =
        givingBackOnFailure(
            () -> {
              // Until the Lease says so, nothing proves to another run what was agreed to.
              step(claiming, given, (unchanged, nothing) -> unchanged, () -> {});
              return work.get();
            });
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
    step(step, given, fold, this::goOnAnswered);
  }

  private <I, O> void step(
      FlowStep<I, O> step, Function<S, I> given, BiFunction<S, O, S> fold, Runnable anew) {
    if (isFinished(step.line())) {
      return;
    }
    if (!step.isPartOfThisRun()) {
      board.notRequired(step.line());
      finished.add(board.state(step.line()));
      return;
    }
    O output = attempts.until(step, given.apply(state), anew);
    state = fold.apply(state, output);
    finished.add(board.state(step.line()));
    if (board.state(step.line()).stands(StepStatus.SKIPPED)) {
      anew.run();
    }
    chain.goOnIfDueAfter(step.line(), input, () -> carried(false));
  }

  /** The body of the workflow method: shows how it ended. */
  public <T> T reportingFailure(Supplier<T> work) {
    return attempts.whole(work);
  }

  private <I, O extends Planned> void agreeAgainIfOutdated(
      Planning<I, O> preflight, Function<S, I> given, BiFunction<S, O, S> fold) {
    LookForChanges<I> look = new LookForChanges<>(preflight);
    if (attempts.untilMended(look, given.apply(state), this::goOnAnswered)) {
      board.note("What was agreed to has changed meanwhile; decide on the new plan");
      finished.clear();
      agree(fresh, preflight, given, fold);
    }
  }

  private <I, O extends Planned> void agree(
      S from, Planning<I, O> preflight, Function<S, I> given, BiFunction<S, O, S> fold) {
    boolean again = state.agreement() != null;
    proposed = from;
    Supplier<Plan> look =
        () -> {
          I fixed = given.apply(proposed);
          O seen =
              again
                  ? attempts.untilMended(preflight, fixed, this::goOnAnswered)
                  : attempts.until(preflight, fixed, this::goOnAnswered);
          proposed = fold.apply(proposed, seen);
          return seen.plan();
        };
    Plan plan = look.get();
    if (isFirst) {
      chain.goOnIfDueAfter(preflight.line(), input, () -> carried(false));
    }
    Agreement agreement =
        proposed.request().approval().required()
            ? consent.by(attempts, proposed, plan, look)
            : consent.unasked(plan);
    state = proposed.withAgreement(agreement);
    proposed = null;
    consent.settled(state);
    finished.add(board.state(preflight.line()));
    finished.add(board.state(consent.line()));
  }

  private void goOnAs(Carried<S> earlier) {
    chain.goOn(
        input,
        () ->
            new Carried<>(
                earlier.state(), earlier.finished(), board.notes(), parking.answers(), true));
  }

  private void goOnAnswered() {
    chain.goOn(input, () -> carried(true));
  }

  // A plan that is being agreed to is no part of it: the next run makes its own.
  private Carried<S> carried(boolean resumed) {
    S handedOn = state;
    if (resumed && state.agreement() == null) {
      // The time for a decision begins when there is a plan to decide on.
      handedOn =
          state.withDecideBy(WorkflowClock.now().plus(state.request().approval().deadline()));
    }
    return new Carried<>(handedOn, finished, board.notes(), parking.answers(), resumed);
  }

  private <T> T givingBackOnFailure(Supplier<T> work) {
    try {
      return work.get();
    } catch (TemporalFailure e) {
      // A bug or a new run of the chain unwinds past here, and the Lease is kept.
      claim.giveBack(board::note);
      throw e;
    }
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
