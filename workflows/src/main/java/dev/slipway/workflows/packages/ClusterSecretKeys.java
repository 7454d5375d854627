package dev.slipway.workflows.packages;

import dev.slipway.workflows.platform.ArgoCdSecrets;
import java.util.List;
import java.util.Optional;

/**
 * What the ExternalSecret {@code hub-cluster-secret} makes of the cluster secret.
 *
 * @param labels with their values, which are templates where External Secrets fills them in
 */
public record ClusterSecretKeys(YamlValue labels, YamlValue annotations) {
  /** Nothing where the folder has no such ExternalSecret, or none that can be read. */
  public static Optional<ClusterSecretKeys> of(PackagesTree tree) {
    return ArgoCdExternalSecret.of(tree).stream()
        .filter(one -> one.name().equals(ArgoCdSecrets.CLUSTER_SOURCE))
        .map(ArgoCdExternalSecret::secretMetadata)
        .map(made -> new ClusterSecretKeys(made.get("labels"), made.get("annotations")))
        .findFirst();
  }

  /** Those of {@code labels} or {@code annotations}. */
  public List<String> keys(String kind) {
    YamlValue map = kind.equals("labels") ? labels : annotations;
    return map.entries().stream().map(YamlValue::key).toList();
  }
}
