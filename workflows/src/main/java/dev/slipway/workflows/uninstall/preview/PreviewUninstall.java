package dev.slipway.workflows.uninstall.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.uninstall.UninstallRequest;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Says what an uninstall would do. Runs beside whatever else works on the cluster; start it under
 * any ID.
 */
@WorkflowInterface
public interface PreviewUninstall {

  /** The workflow type, as the Temporal CLI and UI name it. */
  String TYPE = "PreviewUninstall";

  /**
   * Looks once.
   *
   * @param request see {@link UninstallRequest}
   * @throws io.temporal.failure.ApplicationFailure whose type is a {@link
   *     dev.slipway.workflows.failure.FailureType}
   */
  @WorkflowMethod(name = TYPE)
  RemovalPlan preview(JsonNode request);
}
