package dev.slipway.workflows.platform;

import java.util.Comparator;
import java.util.List;

/** Where people will reach the platform: below one domain, or on a name each. */
public final class PlatformUrls {
  private static final String ENTRANCE = "backstage";
  private static final Comparator<Addon> ENTRANCE_FIRST =
      Comparator.comparing((Addon addon) -> !addon.key().equals(ENTRANCE))
          .thenComparing(Addon::title);

  private PlatformUrls() {}

  /** Where one addon is reached. */
  public record PlatformUrl(String addon, String url) {}

  /** The entrance, Backstage, comes first; the others by title. */
  public static List<PlatformUrl> of(PlatformConfig config) {
    return AddonGraph.CNOE.order().stream()
        .filter(Addon::hasUrl)
        .sorted(ENTRANCE_FIRST)
        .map(addon -> new PlatformUrl(addon.key(), url(addon.key(), config)))
        .toList();
  }

  private static String url(String addon, PlatformConfig config) {
    if (!config.pathRouting()) {
      return "https://" + addon + "." + config.domain();
    }
    return "https://" + config.domain() + (addon.equals(ENTRANCE) ? "" : "/" + addon);
  }
}
