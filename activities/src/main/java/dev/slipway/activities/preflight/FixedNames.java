package dev.slipway.activities.preflight;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.PlatformConfig;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a packages folder cannot take from the configuration, because its manifests hold it
 * literally: upstream's hold the prefix of the secrets and the region of their store. Argo CD would
 * put the literals back, so a configuration that says otherwise is refused.
 */
final class FixedNames {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?m)^\\s*-?\\s*key:\\s*[\"']?([\\w/+=.@-]+)/(?:config|github-app)[\"']?\\s*$");
  private static final Pattern REGION =
      Pattern.compile("(?m)^\\s*region:\\s*[\"']?([a-z]{2}(?:-[a-z]+)+-\\d)[\"']?\\s*$");

  private final PackagesTree packages;

  FixedNames(PackagesTree packages) {
    this.packages = packages;
  }

  PlatformConfig settle(PlatformConfig config) {
    Optional<String> region = literal(REGION, BootstrapRelease.EXTERNAL_SECRETS);
    if (region.isPresent() && !region.get().equals(config.region())) {
      throw refusal("region", config.region(), region.get());
    }
    return literal(SECRET, BootstrapRelease.ARGO_CD)
        .map(prefix -> withPrefix(config, prefix))
        .orElse(config);
  }

  private static PlatformConfig withPrefix(PlatformConfig config, String prefix) {
    if (!config.hasDefaultSecretPrefix() && !config.secretPrefix().equals(prefix)) {
      throw refusal("secret_prefix", config.secretPrefix(), prefix);
    }
    return config.withSecretPrefix(prefix);
  }

  private Optional<String> literal(Pattern pattern, BootstrapRelease release) {
    return packages.addons().stream()
        .filter(addon -> addon.key().equals(release.addon()))
        .map(AddonEntry::source)
        .flatMap(addon -> packages.below(addon.folder() + "/manifests").entrySet().stream())
        .filter(file -> file.getKey().endsWith(".yaml"))
        .flatMap(file -> pattern.matcher(file.getValue()).results())
        .map(hit -> hit.group(1))
        .findFirst();
  }

  private static RuntimeException refusal(String field, String wanted, String fixed) {
    return FailureType.INVALID_CONFIG.failure(
        "%s: \"%s\" is not possible: the manifests of the packages folder hold \"%s\" literally"
            .formatted(field, wanted, fixed));
  }
}
