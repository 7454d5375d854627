package dev.slipway.workflows.uninstall.plan;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import java.util.List;

/**
 * What goes, in which order, and what stays.
 *
 * @param waves in the order in which they go
 * @param kept what is the installation's, or in its way, and stays
 * @param warnings what a person should know first
 * @param blockers why it cannot be done as it stands; empty where it can
 * @param unread how many lines of the inventory could not be looked at
 * @param digest hexadecimal SHA-256 over the rest, made once by who looked
 */
public record RemovalPlan(
    ClusterId cluster,
    List<Wave> waves,
    List<Kept> kept,
    List<Finding> warnings,
    List<Finding> blockers,
    int unread,
    String digest) {
  public RemovalPlan {
    requireNonNull(cluster, "cluster");
    requireNonNull(digest, "digest");
    waves = List.copyOf(waves);
    kept = List.copyOf(kept);
    warnings = List.copyOf(warnings);
    blockers = List.copyOf(blockers);
  }

  /** The same, with the same digest, in the words of every plan that a person is asked about. */
  public Plan forDecision() {
    return Decision.of(this);
  }
}
