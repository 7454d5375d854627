package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which addons leave data behind in which namespaces. */
final class Credentials {
  private record Spot(String namespace, String addon) {}

  private final World world;
  private final Map<Spot, Subject> data = new HashMap<>();

  Credentials(World world, Fates fates) {
    this.world = world;
    world.holdings().stream()
        .filter(holding -> Kinds.isClaimOfVolume(holding.subject()))
        .filter(claim -> !fates.isForeign(claim) && !fates.goes(claim))
        .forEach(claim -> spot(claim).ifPresent(spot -> data.put(spot, claim.subject())));
  }

  /** The data that somebody with this Secret can read. */
  Optional<Subject> dataOf(Holding secret) {
    return spot(secret).map(data::get);
  }

  private Optional<Spot> spot(Holding holding) {
    return world.addonOf(holding).map(addon -> new Spot(holding.subject().namespace(), addon));
  }
}
