package dev.slipway.workflows.uninstall.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.inventory.Inventory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Holds an installation's manifest against its cluster and account. Runs beside whatever else works
 * on the cluster; start it under any ID.
 */
@WorkflowInterface
public interface TakeInventory {

  /** The workflow type, as the Temporal CLI and UI name it. */
  String TYPE = "TakeInventory";

  /**
   * Looks once.
   *
   * @param request account, region and cluster, as for an uninstall
   * @throws io.temporal.failure.ApplicationFailure whose type is a {@link
   *     dev.slipway.workflows.failure.FailureType}
   */
  @WorkflowMethod(name = TYPE)
  Inventory take(JsonNode request);
}
