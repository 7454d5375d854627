package dev.slipway.activities.inventory.cloud;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.platform.Target;
import java.util.List;

/** One kind of things in an account. */
interface CloudKind {

  /** As {@link dev.slipway.workflows.inventory.Subject#kind()} says it. */
  String kind();

  /**
   * Those of the cluster, and of the others those that a removal would meet.
   *
   * @throws io.temporal.failure.ApplicationFailure where they could not be looked at
   */
  List<Holding> of(Target target, CloudQuestion question);
}
