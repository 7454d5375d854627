package dev.slipway.activities.ownership;

import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ConfigMap {@code slipway-installation}: what outlives Temporal's retention. */
final class InstallationRecord {
  static final String OBJECT = "ConfigMap kube-system/slipway-installation";

  private static final String NAMESPACE = "kube-system";
  private static final String NAME = "slipway-installation";

  private final KubernetesClient client;

  InstallationRecord(KubernetesClient client) {
    this.client = client;
  }

  /** Its entries; empty where there is no record. */
  Map<String, String> read() {
    return Answers.find(record()).map(InstallationRecord::data).orElse(Map.of());
  }

  /**
   * Adds and replaces entries.
   *
   * @return false where all of them were there already, so that nothing was written
   */
  boolean write(Map<String, String> entries) {
    Optional<ConfigMap> found = Answers.find(record());
    Map<String, String> before = found.map(InstallationRecord::data).orElse(Map.of());
    Map<String, String> after = new TreeMap<>(before);
    after.putAll(entries);
    if (found.isEmpty()) {
      GuardedWrite.of(OBJECT, () -> client.resource(recordOf(after, null)).create());
      return true;
    }
    if (after.equals(before)) {
      return false;
    }
    String version = found.get().getMetadata().getResourceVersion();
    GuardedWrite.of(OBJECT, () -> client.resource(recordOf(after, version)).update());
    return true;
  }

  /** Names of all namespaces there are now, one a line. */
  String namespaces() {
    return names(Kind.NAMESPACE);
  }

  /** Names of all custom resource definitions there are now, one a line. */
  String definitions() {
    return names(Kind.DEFINITION);
  }

  private String names(Kind kind) {
    return new LiveObjects(client)
        .metadata(kind, "").stream()
            .map(KubernetesObject::name)
            .sorted()
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> data(ConfigMap record) {
    return record.getData() == null ? Map.of() : record.getData();
  }

  private static ConfigMap recordOf(Map<String, String> data, String resourceVersion) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(NAMESPACE)
        .withResourceVersion(resourceVersion)
        .addToLabels("app.kubernetes.io/managed-by", "slipway")
        .endMetadata()
        .withData(data)
        .build();
  }

  private Resource<ConfigMap> record() {
    return client.configMaps().inNamespace(NAMESPACE).withName(NAME);
  }
}
