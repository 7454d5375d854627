package dev.slipway.workflows.install;

import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.progress.FlowLine;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** The runs of one install that went on as new ones. */
record RunChain(WorkflowClient client, String firstRunId) {

  /** An install that goes on as a new run after every line. */
  static InstallHarness install() {
    return new InstallHarness(RunChain::goesOnAfter);
  }

  /** Like that, by workers that remember nothing from one task to the next. */
  static InstallHarness forgottenInstall() {
    return new InstallHarness(RunChain::goesOnAfter, /* cachedRuns= */ 0);
  }

  // Preflight is looked at anew in every run that has no agreement.
  private static boolean goesOnAfter(FlowLine line) {
    return line != InstallLine.PREFLIGHT
        || Workflow.getInfo().getContinuedExecutionRunId().isEmpty();
  }

  static RunChain of(InstallHarness install) {
    return new RunChain(install.temporal.getWorkflowClient(), install.firstRunId());
  }

  /** The histories, oldest first. */
  List<List<HistoryEvent>> histories() {
    List<List<HistoryEvent>> histories = new ArrayList<>();
    String next = firstRunId;
    while (!next.isEmpty()) {
      List<HistoryEvent> events = client.fetchHistory(InstallHarness.WORKFLOW_ID, next).getEvents();
      histories.add(events);
      next =
          events
              .get(events.size() - 1)
              .getWorkflowExecutionContinuedAsNewEventAttributes()
              .getNewExecutionRunId();
    }
    return histories;
  }

  /** What each run but the last handed on, in bytes. */
  List<Integer> sizesOfCarriedStates() {
    return histories().stream()
        .flatMap(List::stream)
        .filter(
            event ->
                event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW)
        .map(event -> event.getWorkflowExecutionContinuedAsNewEventAttributes().getInput())
        .map(input -> input.getPayloads(1))
        .map(Payload::getData)
        .map(data -> data.size())
        .toList();
  }
}
