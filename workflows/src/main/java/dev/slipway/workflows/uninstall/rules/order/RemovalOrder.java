package dev.slipway.workflows.uninstall.rules.order;

import dev.slipway.workflows.platform.Addon;
import dev.slipway.workflows.platform.AddonGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The waves in which addons go: the graph reversed. Each goes as late as its prerequisites allow,
 * so that what many need is among the last.
 */
public final class RemovalOrder {
  private RemovalOrder() {}

  /** Keys, those of one wave at once; without the addons that the installer brings itself. */
  public static List<List<String>> of(AddonGraph graph) {
    Map<String, Integer> depths = new HashMap<>();
    Map<Integer, List<String>> waves = new TreeMap<>();
    for (Addon addon : graph.order()) {
      int depth = 1 + addon.prerequisites().stream().mapToInt(depths::get).max().orElse(0);
      depths.put(addon.key(), depth);
      if (!AddonGraph.BOOTSTRAP.contains(addon.key())) {
        waves.computeIfAbsent(-depth, added -> new ArrayList<>()).add(addon.key());
      }
    }
    return waves.values().stream().map(wave -> wave.stream().sorted().toList()).toList();
  }
}
