package dev.slipway.workflows.uninstall.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.contract.InventoryActivities.RemovalQuestion;
import dev.slipway.workflows.uninstall.UninstallRequest;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;

/** One look. */
public final class PreviewUninstallImpl implements PreviewUninstall {
  @Override
  public RemovalPlan preview(JsonNode input) {
    UninstallRequest request = UninstallRequest.parse(input);
    RemovalQuestion question = new RemovalQuestion(request.target(), request.extent());
    return Look.by(request, activities -> activities.planRemoval(question));
  }
}
