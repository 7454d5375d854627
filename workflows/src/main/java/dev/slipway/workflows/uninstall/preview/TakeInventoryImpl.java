package dev.slipway.workflows.uninstall.preview;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.uninstall.UninstallRequest;

/** One look. */
public final class TakeInventoryImpl implements TakeInventory {
  @Override
  public Inventory take(JsonNode input) {
    UninstallRequest request = UninstallRequest.parse(input);
    return Look.by(request, activities -> activities.takeInventory(request.target()));
  }
}
