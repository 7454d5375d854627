package dev.slipway.workflows.progress;

import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where each line of a flow stands. A line that the flow does not have changes nothing. */
final class StepStates {
  private final Map<String, StepState> byLine = new LinkedHashMap<>();

  StepStates(List<? extends FlowLine> lines) {
    lines.forEach(line -> byLine.put(line.name(), StepState.pending(line)));
  }

  void restore(List<StepState> finished) {
    finished.forEach(state -> byLine.put(state.step(), state));
  }

  StepState of(FlowLine line) {
    return byLine.get(line.name());
  }

  List<StepState> inOrder() {
    return List.copyOf(byLine.values());
  }

  void started(FlowLine line) {
    update(line, state -> state.running(WorkflowClock.now()));
  }

  void finished(FlowLine line) {
    update(line, state -> state.ended(StepStatus.DONE, WorkflowClock.now(), state.detail()));
  }

  void ended(FlowLine line, TemporalFailure why) {
    boolean cancelled = why instanceof CanceledFailure;
    update(
        line,
        state ->
            cancelled
                ? state.ended(StepStatus.CANCELLED, WorkflowClock.now(), state.detail())
                : state.ended(StepStatus.FAILED, WorkflowClock.now(), why.getOriginalMessage()));
  }

  void skipped(FlowLine line, String why) {
    update(line, state -> state.ended(StepStatus.SKIPPED, WorkflowClock.now(), why));
  }

  void notRequired(FlowLine line) {
    update(line, StepState::notRequired);
  }

  void says(FlowLine line, String word) {
    update(line, state -> state.saying(word));
  }

  private void update(FlowLine line, UnaryOperator<StepState> change) {
    byLine.computeIfPresent(line.name(), (name, state) -> change.apply(state));
  }
}
