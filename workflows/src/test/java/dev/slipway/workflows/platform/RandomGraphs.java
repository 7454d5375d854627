package dev.slipway.workflows.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Valid addon graphs without the addons that the installer brings itself. */
public final class RandomGraphs {
  private RandomGraphs() {}

  /** Of 2 to 13 addons, each of which needs some of those before it. */
  public static AddonGraph of(Random random) {
    List<Addon> addons = new ArrayList<>();
    int count = 2 + random.nextInt(12);
    for (int number = 0; number < count; number++) {
      List<String> needed =
          addons.stream().map(Addon::key).filter(key -> random.nextInt(4) == 0).toList();
      addons.add(Addon.of("addon-" + number, "Addon " + number).after(needed));
    }
    Collections.shuffle(addons, random);
    return new AddonGraph(addons);
  }
}
