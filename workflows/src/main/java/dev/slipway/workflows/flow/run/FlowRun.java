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
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.SearchAttributes;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
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
  private JsonNode input;
  private boolean isFirst;
  private boolean isResumed;
  private ClusterClaim claim;
  private Memory<S> memory;

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
    FlowRequest request = initial.request();
    input = argument;
    claim = ClusterClaim.of(request);
    announcer.begin(request);
    // Before anything is waited for: an answer that comes late is told who was first.
    parking.begin(request.attention(), earlier.answers());
    board.begin(request.target().cluster(), usableSearchAttributes(request));
    memory = new Memory<>(initial, earlier);
    Carried<S> begun =
        claim.givenBackOnFailure(
            board::note, () -> chain.begin(earlier, initial, this::goOnAnswered));
    memory = new Memory<>(initial, begun);
    isResumed = begun.resumed();
    claim = ClusterClaim.of(state().request());
    if (memory.isAgreed()) {
      consent.settled(state());
    }
  }

  /** What is known; while a plan is up, what it rests on. */
  public S state() {
    return memory == null ? null : memory.latest();
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
      agree(preflight, given, fold);
      return;
    }
    // An earlier run of the chain may have claimed the cluster.
    claim.givenBackOnFailure(
        board::note,
        () -> {
          if (!memory.isAgreed() || isOutdated(preflight, given)) {
            agree(preflight, given, fold);
          }
          return memory;
        });
  }

  /** Claims the cluster, does the work, and gives the cluster back however that ends. */
  public <I, T> T owningCluster(FlowStep<I, ?> claiming, Function<S, I> given, Supplier<T> work) {
    T result =
        claim.givenBackOnFailure(
            board::note,
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
    if (memory.isFinished(step.line())) {
      return;
    }
    S before = memory.state();
    if (!step.isPartOfThisRun()) {
      board.notRequired(step.line());
      memory.finished(board.state(step.line()), before);
      return;
    }
    O output = attempts.until(step, given.apply(before), anew);
    StepState end = board.state(step.line());
    memory.finished(end, fold.apply(before, output));
    if (end.stands(StepStatus.SKIPPED)) {
      anew.run();
    }
    chain.goOnIfDueAfter(step.line(), input, () -> carried(false));
  }

  /** The body of the workflow method: shows how it ended. */
  public <T> T reportingFailure(Supplier<T> work) {
    return attempts.whole(work);
  }

  private <I> boolean isOutdated(Planning<I, ?> preflight, Function<S, I> given) {
    boolean outdated =
        isResumed
            && attempts.untilMended(
                new LookForChanges<>(preflight), given.apply(memory.state()), this::goOnAnswered);
    if (outdated) {
      board.note("What was agreed to has changed meanwhile; decide on the new plan");
    }
    return outdated;
  }

  private <I, O extends Planned> void agree(
      Planning<I, O> preflight, Function<S, I> given, BiFunction<S, O, S> fold) {
    memory.propose();
    Function<Runnable, Plan> look =
        anew -> {
          O seen = look(preflight, given.apply(memory.latest()), anew);
          memory.propose(fold.apply(memory.latest(), seen));
          return seen.plan();
        };
    Plan plan = look.apply(this::goOnAnswered);
    if (isFirst) {
      chain.goOnIfDueAfter(preflight.line(), input, () -> carried(false));
    }
    S proposed = memory.latest();
    Agreement agreement =
        proposed.request().approval().required()
            // A new run would not know of the decision that the second look is for.
            ? consent.by(attempts, proposed, plan, () -> look.apply(() -> {}))
            : consent.unasked(plan);
    memory.agreed(agreement, List.of(board.state(preflight.line()), board.state(consent.line())));
    consent.settled(memory.state());
  }

  // What came with the mend is not the caller's, and ends nothing that was agreed to before.
  private <I, O extends Planned> O look(Planning<I, O> preflight, I fixed, Runnable anew) {
    return memory.isAgreed()
        ? attempts.untilMended(preflight, fixed, anew)
        : attempts.until(preflight, fixed, anew);
  }

  private void goOnAnswered() {
    chain.goOn(input, () -> carried(true));
  }

  private Carried<S> carried(boolean resumed) {
    return memory.carried(board.notes(), parking.answers(), resumed);
  }

  private static List<String> usableSearchAttributes(FlowRequest request) {
    return ActivityCalls.of(request)
        .of(VisibilityActivities.class, "Find out which search attributes may be set")
        .findSearchAttributes(SearchAttributes.ALL);
  }
}
