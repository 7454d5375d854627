package dev.slipway.activities.preflight;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.PlatformConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private final Path packages;

  FixedNames(Path packages) {
    this.packages = packages;
  }

  PlatformConfig settle(PlatformConfig config) {
    Optional<String> region = literal(REGION, "external-secrets/manifests");
    if (region.isPresent() && !region.get().equals(config.region())) {
      throw refusal("region", config.region(), region.get());
    }
    return literal(SECRET, "argo-cd/manifests")
        .map(prefix -> withPrefix(config, prefix))
        .orElse(config);
  }

  private static PlatformConfig withPrefix(PlatformConfig config, String prefix) {
    boolean isDefault = config.secretPrefix().equals("cnoe-ref-impl/" + config.clusterName());
    if (!isDefault && !config.secretPrefix().equals(prefix)) {
      throw refusal("secret_prefix", config.secretPrefix(), prefix);
    }
    return new PlatformConfig(
        config.repo(),
        config.clusterName(),
        config.autoMode(),
        config.region(),
        config.domain(),
        config.route53HostedZoneId(),
        config.pathRouting(),
        prefix,
        config.tags());
  }

  private Optional<String> literal(Pattern pattern, String folder) {
    Path manifests = packages.resolve(folder);
    if (!Files.isDirectory(manifests)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(manifests)) {
      List<Path> yaml = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      for (Path file : yaml) {
        Optional<String> found =
            pattern.matcher(Files.readString(file)).results().map(hit -> hit.group(1)).findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw FailureType.INVALID_PACKAGES.failure("packages/" + folder + " cannot be read: " + e, e);
    }
  }

  private static RuntimeException refusal(String field, String wanted, String fixed) {
    return FailureType.INVALID_CONFIG.failure(
        "%s: \"%s\" is not possible: the manifests of the packages folder hold \"%s\" literally"
            .formatted(field, wanted, fixed));
  }
}
