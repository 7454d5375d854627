package dev.slipway.workflows.uninstall.preview;

import dev.slipway.workflows.contract.InventoryActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.StepFailure;
import dev.slipway.workflows.uninstall.UninstallRequest;
import io.temporal.failure.ActivityFailure;
import java.time.Duration;
import java.util.function.Function;

/** One call, for as long as a person who waits for it can be made to wait. */
final class Look {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private Look() {}

  static <T> T by(UninstallRequest request, Function<InventoryActivities, T> call) {
    InventoryActivities activities =
        ActivityCalls.on(request.taskQueue(), LIMIT)
            .thorough(InventoryActivities.class, "Look at cluster and account");
    try {
      return call.apply(activities);
    } catch (ActivityFailure e) {
      throw StepFailure.of(FailureType.STEP_TIMED_OUT, e);
    }
  }
}
