package dev.slipway.workflows.contract;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.uninstall.plan.Extent;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Looks at what an installation holds, and changes nothing. */
@ActivityInterface
public interface InventoryActivities {

  /**
   * Holds the installation's manifest against the cluster and its account.
   *
   * <p>Idempotent: reads only. What could not be looked at is a line of the result that says so.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#ACCOUNT_MISMATCH}; {@link
   *     FailureType#UNKNOWN_CLUSTER}; {@link FailureType#AWS_UNAVAILABLE} where not even the
   *     cluster could be found
   */
  @ActivityMethod(name = "TakeInventory")
  Inventory takeInventory(Target target);

  /**
   * Takes the inventory and says what a removal of that extent would do.
   *
   * <p>Idempotent: reads only.
   *
   * @throws io.temporal.failure.ApplicationFailure as {@link #takeInventory(Target)}
   */
  @ActivityMethod(name = "PlanRemoval")
  RemovalPlan planRemoval(RemovalQuestion question);

  /** Which removal is meant. */
  record RemovalQuestion(Target target, Extent extent) {
    public RemovalQuestion {
      requireNonNull(target, "target");
      requireNonNull(extent, "extent");
    }
  }
}
