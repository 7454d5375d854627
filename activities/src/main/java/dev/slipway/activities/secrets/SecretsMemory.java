package dev.slipway.activities.secrets;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.ownership.manifest.ManifestWriter;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.secrets.SecretClaim;
import dev.slipway.workflows.secrets.SecretClaim.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the installation's manifest is told of the secrets in AWS: names and ARNs. */
final class SecretsMemory {
  private static final String KIND = "secret";

  private final ManifestWriter manifest;
  private final String region;

  SecretsMemory(ClusterAccess clusters, Target target) {
    region = target.cluster().region();
    manifest =
        new ManifestWriter(
            clusters.client(target), "secrets", InstallLine.CREATE_CONFIG_SECRETS.name(), () -> {});
  }

  /** Goes before they are written. */
  void intend(SecretClaim... claims) {
    List<String> there =
        Stream.of(claims)
            .filter(claim -> claim.state() != State.FREE)
            .map(SecretClaim::name)
            .toList();
    manifest.intend(
        Stream.of(claims).map(claim -> thing(claim.name())).toList(),
        secret -> there.contains(secret.subject().name()));
  }

  /** Goes after it. */
  void fulfil(Map<String, String> arns) {
    manifest.fulfil(
        arns.keySet().stream().map(this::thing).toList(),
        secret -> Optional.ofNullable(arns.get(secret.subject().name())));
  }

  private Thing thing(String name) {
    return new Thing(Subject.aws(KIND, region, name), "", "", null);
  }
}
