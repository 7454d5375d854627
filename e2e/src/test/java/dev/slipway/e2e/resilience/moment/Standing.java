package dev.slipway.e2e.resilience.moment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.install.steps.InstallLine;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import java.util.List;

/**
 * Where a run stands, as Temporal knows it without a worker.
 *
 * @param step null before the first
 * @param pending activities that have been scheduled and are not over
 */
public record Standing(boolean isRunning, InstallLine step, String status, List<Pending> pending) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An activity under way; the failure's type is empty before the second attempt. */
  public record Pending(String type, boolean isStarted, int attempt, String lastFailure) {
    static Pending of(PendingActivityInfo activity) {
      return new Pending(
          activity.getActivityType().getName(),
          activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED,
          activity.getAttempt(),
          activity.getLastFailure().getApplicationFailureInfo().getType());
    }
  }

  static Standing of(DescribeWorkflowExecutionResponse run) {
    SearchAttributes attributes = run.getWorkflowExecutionInfo().getSearchAttributes();
    String step = text(attributes, "SlipwayStep");
    return new Standing(
        run.getWorkflowExecutionInfo().getStatus()
            == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
        step.isEmpty() ? null : InstallLine.valueOf(step),
        text(attributes, "SlipwayStatus"),
        run.getPendingActivitiesList().stream().map(Pending::of).toList());
  }

  public boolean hasPassed(InstallLine other) {
    return !isRunning || (step != null && step.compareTo(other) > 0);
  }

  public boolean isIn(InstallLine other) {
    return isRunning && step == other;
  }

  private static String text(SearchAttributes attributes, String name) {
    if (!attributes.containsIndexedFields(name)) {
      return "";
    }
    String json = attributes.getIndexedFieldsOrThrow(name).getData().toStringUtf8();
    try {
      return JSON.readTree(json).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No search attribute: " + json, e);
    }
  }
}
