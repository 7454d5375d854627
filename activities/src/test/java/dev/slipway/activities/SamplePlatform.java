package dev.slipway.activities.secrets;

import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig;
import dev.slipway.workflows.platform.Target;
import java.util.Map;

/** A platform whose secrets are {@code acme/config} and {@code acme/github-app}. */
public final class SamplePlatform {
  private SamplePlatform() {}

  public static Platform of(String cluster, String domain) {
    PlatformConfig config =
        new PlatformConfig(
            new PlatformConfig.Repo("https://git.example.com/a/b", "main", "packages"),
            cluster,
            false,
            "eu-west-3",
            domain,
            "Z0ACME",
            true,
            "acme",
            Map.of("env", "dev"));
    ClusterId id = new ClusterId("123456789012", "eu-west-3", cluster);
    return new Platform(new Target(id, null), config, new Packages("d1", null));
  }
}
