package dev.slipway.workflows.people;

import dev.slipway.workflows.progress.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.SearchAttributeKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Lists runs of whatever workflow by the search attributes that all of them set. */
final class RunList {
  private static final String OPEN = "ExecutionStatus IN ('Running', 'Paused')";
  private static final String OPEN_BEFORE_PAUSES = "ExecutionStatus = 'Running'";
  private static final String ENDED =
      "ExecutionStatus IN ('Completed', 'Failed', 'Canceled', 'Terminated', 'TimedOut')";

  private final WorkflowClient client;

  RunList(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Those that go on, and so many that have ended. The server lists what ended last first, so that
   * no more of a long past is fetched than is shown.
   *
   * @param which what else the visibility query asks for
   */
  List<ListedRun> of(String which, int ended) {
    Stream<ListedRun> open = open(which).stream();
    Stream<ListedRun> over =
        client.listExecutions(which + " AND " + ENDED).limit(ended).map(RunList::listed);
    return Stream.concat(open, over).sorted(ListedRun.WAITING_FIRST).toList();
  }

  // A server before 1.30 does not know that a run can be paused.
  private List<ListedRun> open(String which) {
    try {
      return client.listExecutions(which + " AND " + OPEN).map(RunList::listed).toList();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.INVALID_ARGUMENT) {
        throw e;
      }
      return client
          .listExecutions(which + " AND " + OPEN_BEFORE_PAUSES)
          .map(RunList::listed)
          .toList();
    }
  }

  static ListedRun listed(WorkflowExecutionMetadata run) {
    boolean open =
        run.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
            || run.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED;
    Instant closedAt = open ? null : run.getCloseTime();
    return new ListedRun(
        run.getExecution().getWorkflowId(),
        run.getExecution().getRunId(),
        run.getWorkflowType(),
        ListedRun.standing(
            run.getStatus().name().replace("WORKFLOW_EXECUTION_STATUS_", ""),
            shown(run, SearchAttributes.STATUS)),
        cluster(run),
        text(shown(run, SearchAttributes.STEP)),
        run.getStartTime(),
        closedAt);
  }

  private static String cluster(WorkflowExecutionMetadata run) {
    String name = shown(run, SearchAttributes.CLUSTER);
    return name == null
        ? ""
        : String.join(
            "/",
            text(shown(run, SearchAttributes.ACCOUNT)),
            text(shown(run, SearchAttributes.REGION)),
            name);
  }

  private static String shown(WorkflowExecutionMetadata run, String attribute) {
    return run.getTypedSearchAttributes().get(SearchAttributeKey.forKeyword(attribute));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
