package dev.slipway.workflows.uninstall.rules.keep;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The addons that serve something that stays, and those that they need. */
final class Staying {
  private static final String WORDS = "it serves %s, which stays";

  private final World world;
  private final Map<String, String> reasons = new TreeMap<>();

  Staying(World world, Fates fates) {
    this.world = world;
    Map<String, String> users = new TreeMap<>();
    Map<String, Integer> more = new TreeMap<>();
    world.holdings().stream()
        .filter(holding -> !fates.goes(holding))
        .forEach(
            holding ->
                Stream.concat(world.servingAddons(holding), world.definingAddon(holding).stream())
                    .distinct()
                    .filter(addon -> !isPartOf(holding, addon))
                    .forEach(
                        addon -> {
                          users.putIfAbsent(addon, holding.subject().toString());
                          more.merge(addon, 1, Integer::sum);
                        }));
    users.forEach((addon, user) -> reasons.put(addon, words(user, more.get(addon))));
    users.keySet().forEach(this::needs);
  }

  /** Why all of an addon stays; empty where it goes. */
  Optional<String> why(String addon) {
    return Optional.ofNullable(reasons.get(addon));
  }

  /** Its own objects are no reason to keep an addon, unless they stand for something outside. */
  private static boolean isPartOf(Holding holding, String addon) {
    return addon.equals(holding.belonging().addon()) && holding.finalizers().isEmpty();
  }

  private void needs(String addon) {
    for (String prerequisite : world.graph().prerequisitesOf(addon)) {
      if (reasons.putIfAbsent(prerequisite, addon + ", which stays, needs it") == null) {
        needs(prerequisite);
      }
    }
  }

  private static String words(String user, int count) {
    return WORDS.formatted(count == 1 ? user : user + " and %d more".formatted(count - 1));
  }
}
