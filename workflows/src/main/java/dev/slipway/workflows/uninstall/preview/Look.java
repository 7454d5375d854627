package dev.slipway.workflows.uninstall.preview;

import dev.slipway.workflows.contract.InventoryActivities;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.uninstall.UninstallRequest;
import java.time.Duration;

/** How long a person who waits for it is made to wait. */
final class Look {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private Look() {}

  static InventoryActivities by(UninstallRequest request) {
    return ActivityCalls.on(request.taskQueue(), LIMIT)
        .thorough(InventoryActivities.class, "Look at cluster and account");
  }
}
