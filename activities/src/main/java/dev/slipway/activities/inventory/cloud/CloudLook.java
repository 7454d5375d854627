package dev.slipway.activities.inventory.cloud;

import dev.slipway.workflows.platform.Target;

/** Looks at the account of a cluster. */
@FunctionalInterface
public interface CloudLook {

  /**
   * What could not be looked at is a line of the answer that says so.
   *
   * @throws io.temporal.failure.ApplicationFailure ACCOUNT_MISMATCH where it is another account
   */
  CloudSight look(Target target, CloudQuestion question);
}
