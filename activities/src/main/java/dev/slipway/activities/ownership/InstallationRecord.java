package dev.slipway.activities.ownership;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ConfigMap {@code slipway-installation}: what outlives Temporal's retention. */
final class InstallationRecord {
  private static final String OBJECT = "ConfigMap kube-system/slipway-installation";

  private final KubernetesClient client;

  InstallationRecord(KubernetesClient client) {
    this.client = client;
  }

  /** Its entries; empty where there is no record. */
  Map<String, String> read() {
    ConfigMap found = record().get();
    return found == null || found.getData() == null ? Map.of() : found.getData();
  }

  /**
   * Adds and replaces entries.
   *
   * @return false where all of them were there already, so that nothing was written
   */
  boolean write(Map<String, String> entries) {
    ConfigMap found = record().get();
    Map<String, String> before =
        found == null || found.getData() == null ? Map.of() : found.getData();
    Map<String, String> after = new TreeMap<>(before);
    after.putAll(entries);
    if (found == null) {
      GuardedWrite.of(OBJECT, () -> client.resource(recordOf(after, null)).create());
      return true;
    }
    if (after.equals(before)) {
      return false;
    }
    String version = found.getMetadata().getResourceVersion();
    GuardedWrite.of(OBJECT, () -> client.resource(recordOf(after, version)).update());
    return true;
  }

  /** Names of all namespaces there are now, one a line. */
  String namespaces() {
    return names(client.namespaces().list().getItems());
  }

  /** Names of all custom resource definitions there are now, one a line. */
  String definitions() {
    return names(client.apiextensions().v1().customResourceDefinitions().list().getItems());
  }

  private static String names(Collection<? extends HasMetadata> objects) {
    return objects.stream()
        .map(object -> object.getMetadata().getName())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static ConfigMap recordOf(Map<String, String> data, String resourceVersion) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("slipway-installation")
        .withNamespace("kube-system")
        .withResourceVersion(resourceVersion)
        .addToLabels("app.kubernetes.io/managed-by", "slipway")
        .endMetadata()
        .withData(data)
        .build();
  }

  private Resource<ConfigMap> record() {
    return client.configMaps().inNamespace("kube-system").withName("slipway-installation");
  }
}
