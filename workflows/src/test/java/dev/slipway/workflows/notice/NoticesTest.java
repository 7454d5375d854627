package dev.slipway.workflows.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.workflows.contract.Notice;
import dev.slipway.workflows.world.FakeNotices;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.StartChildWorkflowExecutionInitiatedEventAttributes;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoticesTest {
  private final FakeNotices receivers = new FakeNotices();
  private TestWorkflowEnvironment temporal;

  @BeforeEach
  void start() {
    temporal = TemporalInMemory.open();
    var worker = temporal.newWorker("slipway");
    worker.registerWorkflowImplementationTypes(TellingRun.Impl.class, SendNoticeImpl.class);
    worker.registerActivitiesImplementations(receivers);
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void reachEveryReceiverOnceAfterTheRunHasEndedAtOnce() {
    assertThat(told(Duration.ZERO, "team", "pager")).isEmpty();

    awaitArrivals(2);
    assertThat(receivers.arrived())
        .containsExactlyInAnyOrder("team: PARKED, idp is parked", "pager: PARKED, idp is parked");
  }

  @Test
  void liveByThemselvesBeforeTheRunEnds() {
    told(Duration.ZERO, "team");

    List<HistoryEvent> events = client().fetchHistory("telling").getEvents();
    assertThat(events)
        .extracting(HistoryEvent::getEventType)
        .containsSubsequence(
            EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
    assertThat(events)
        .filteredOn(HistoryEvent::hasStartChildWorkflowExecutionInitiatedEventAttributes)
        .extracting(event -> event.getStartChildWorkflowExecutionInitiatedEventAttributes())
        .extracting(StartChildWorkflowExecutionInitiatedEventAttributes::getParentClosePolicy)
        .containsExactly(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON);
  }

  @Test
  void sayWhichRunOfWhichClusterTellsWhat() {
    String runId = start(Duration.ofMinutes(1), 0, "team").getExecution().getRunId();
    awaitArrivals(1);

    Notice notice = receivers.attempts().get(0).notice();
    assertThat(List.of(notice.namespace(), notice.workflowId(), notice.runId(), notice.cluster()))
        .containsExactly("default", "telling", runId, "123456789012/eu-west-3/idp");
    assertThat(notice.text()).isEqualTo("Answer with `slipway resolve`.");
  }

  @Test
  void delayNobodyAndArriveUnderTheSameIdWhenTheReceiverIsUpAgain() {
    receivers.down("team");
    assertThat(told(Duration.ZERO, "team")).isEmpty();

    receivers.up("team");
    awaitArrivals(1);
    assertThat(receivers.arrived()).containsExactly("team: PARKED, idp is parked");
    assertThat(receivers.attempts())
        .extracting(attempt -> attempt.notice().id())
        .containsOnly(receivers.attempts().get(0).notice().id());
  }

  @Test
  void noteThatAReceiverRefusesAndStillTellTheOthers() {
    receivers.refuses("team");

    assertThat(told(Duration.ofMinutes(1), "team", "pager"))
        .containsExactly("The notice \"parked\" did not reach team: team answered 410");
    assertThat(receivers.arrived()).containsExactly("pager: PARKED, idp is parked");
  }

  @Test
  void giveUpAfterADayAndNoteWhy() {
    receivers.down("team");

    assertThat(told(Duration.ofDays(2), "team"))
        .containsExactly("The notice \"parked\" did not reach team: team did not answer");
    // Pauses of ten minutes; the first ones are shorter.
    assertThat(receivers.attempts()).hasSizeBetween(145, 155);
  }

  @Test
  void reachTheReceiverFromARunThatIsCancelled() {
    WorkflowStub run = start(Duration.ofDays(30), 0, "team");
    awaitArrivals(1);
    run.cancel();

    awaitArrivals(2);
    assertThat(receivers.arrived())
        .containsExactly("team: PARKED, idp is parked", "team: FAILED, idp was cancelled");
  }

  @Test
  void outliveARunThatGoesOnAsANewOne() {
    receivers.down("team");
    start(Duration.ZERO, 1, "team").getResult(List.class);

    receivers.up("team");
    awaitArrivals(2);
    assertThat(receivers.attempts().stream().map(one -> one.notice().id()).distinct()).hasSize(2);
  }

  @Test
  void areTheSameInAReplay() {
    receivers.refuses("team");
    told(Duration.ofMinutes(1), "team", "pager");

    assertThatCode(
            () ->
                WorkflowReplayer.replayWorkflowExecution(
                    client().fetchHistory("telling"), TellingRun.Impl.class))
        .doesNotThrowAnyException();
  }

  @Test
  void leaveNoTraceWhereNobodyIsToBeTold() {
    told(Duration.ZERO);

    assertThat(client().fetchHistory("telling").getEvents())
        .extracting(HistoryEvent::getEventType)
        .containsExactly(
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
            EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
  }

  private List<String> told(Duration goesOnFor, String... names) {
    return List.of(start(goesOnFor, 0, names).getResult(String[].class));
  }

  private WorkflowStub start(Duration goesOnFor, int times, String... names) {
    WorkflowStub run =
        client()
            .newUntypedWorkflowStub(
                "Telling",
                WorkflowOptions.newBuilder()
                    .setTaskQueue("slipway")
                    .setWorkflowId("telling")
                    .build());
    run.start(List.of(names), goesOnFor, times);
    return run;
  }

  private void awaitArrivals(int count) {
    while (receivers.arrived().size() < count) {
      temporal.sleep(Duration.ofSeconds(1));
    }
  }

  private WorkflowClient client() {
    return temporal.getWorkflowClient();
  }
}
