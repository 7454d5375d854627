package dev.slipway.workflows.platform;

import java.util.List;
import java.util.stream.Stream;

/** Where people will reach the platform: below one domain, or on a name each. */
public final class PlatformUrls {
  private static final String ENTRANCE = "backstage";

  private PlatformUrls() {}

  /** Where one addon is reached. */
  public record PlatformUrl(String addon, String url) {}

  /** The entrance, Backstage, comes first. */
  public static List<PlatformUrl> of(PlatformConfig config) {
    return Stream.of(ENTRANCE, BootstrapRelease.ARGO_CD.addon(), "argo-workflows", "keycloak")
        .map(addon -> new PlatformUrl(addon, url(addon, config)))
        .toList();
  }

  private static String url(String addon, PlatformConfig config) {
    if (!config.pathRouting()) {
      return "https://" + addon + "." + config.domain();
    }
    return "https://" + config.domain() + (addon.equals(ENTRANCE) ? "" : "/" + addon);
  }
}
