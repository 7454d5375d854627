package dev.slipway.workflows.uninstall.rules;

import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.uninstall.plan.Extent;
import dev.slipway.workflows.uninstall.plan.RemovalDigest;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.uninstall.plan.Wave;
import dev.slipway.workflows.uninstall.rules.finding.Findings;
import dev.slipway.workflows.uninstall.rules.keep.Fates;
import dev.slipway.workflows.uninstall.rules.order.Places;
import dev.slipway.workflows.uninstall.rules.world.Consent;
import dev.slipway.workflows.uninstall.rules.world.LiveClaims;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.List;

/** Plans a removal: what goes and stays, in which order, and what stands against it. */
public final class RemovalPlanning {
  private RemovalPlanning() {}

  /**
   * Pure: the same inventory, in whatever order, gives the same plan with the same digest.
   *
   * @param graph of all known addons; an addon that it does not know needs Argo CD only
   */
  public static RemovalPlan plan(Inventory inventory, Extent extent, AddonGraph graph) {
    World world = new World(inventory, extent, graph);
    LiveClaims claims = new LiveClaims(world);
    Fates fates = new Fates(world, claims, new Consent(world, claims));
    List<Wave> waves = new Removals(world, fates, new Places(world, claims)).waves();
    Findings findings = new Findings(world, claims, fates);
    return RemovalDigest.stamped(
        new RemovalPlan(
            inventory.cluster(),
            waves,
            fates.kept(),
            findings.warnings(),
            findings.blockers(),
            inventory.unread().size(),
            ""));
  }
}
