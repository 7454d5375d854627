package dev.slipway.workflows.flow.run;

import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.WorkflowClock;
import java.util.ArrayList;
import java.util.List;

/** What a run knows and has done; what is only proposed is no part of it yet. */
final class Memory<S extends FlowState<S>> {
  private final S fresh;
  private final List<StepState> finished = new ArrayList<>();
  private S state;
  private S proposed;

  /**
   * A run that begins with what the one before has handed on.
   *
   * @param fresh what the request says, and nothing else
   */
  Memory(S fresh, Carried<S> begun) {
    this.fresh = fresh;
    this.state = begun.state();
    finished.addAll(begun.finished());
  }

  S state() {
    return state;
  }

  /** What is known; while a plan is up, what it rests on. */
  S latest() {
    return proposed == null ? state : proposed;
  }

  boolean isAgreed() {
    return state.agreement() != null;
  }

  boolean isFinished(FlowLine line) {
    return finished.stream().anyMatch(step -> step.step().equals(line.name()));
  }

  /** What a new plan begins with: nothing that an earlier look has fixed. */
  void propose() {
    propose(isAgreed() ? fresh : state);
  }

  void propose(S what) {
    proposed = what;
  }

  /** The proposal is what counts from now on: only looking and agreeing are done under it. */
  void agreed(Agreement agreement, List<StepState> lines) {
    state = proposed.withAgreement(agreement);
    proposed = null;
    finished.clear();
    finished.addAll(lines);
  }

  /** A line is done, or not part of this run. */
  void finished(StepState line, S now) {
    finished.add(line);
    state = now;
  }

  /** What the next run of the chain goes on with. */
  Carried<S> carried(List<String> notes, List<Resolution> answers, boolean resumed) {
    return new Carried<>(handedOn(resumed), finished, notes, answers, resumed);
  }

  // The time for a decision begins when there is a plan to decide on.
  private S handedOn(boolean resumed) {
    return resumed && !isAgreed()
        ? state.withDecideBy(WorkflowClock.now().plus(state.request().approval().deadline()))
        : state;
  }
}
