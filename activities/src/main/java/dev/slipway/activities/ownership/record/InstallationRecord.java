package dev.slipway.activities.ownership.record;

import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.GuardedWrite;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.ownership.manifest.AddonNamespaces;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.activities.ownership.manifest.Seal;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.contract.OwnershipActivities.InstalledParts;
import dev.slipway.workflows.platform.Platform;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The ConfigMap {@code slipway-installation}: what outlives Temporal's retention. */
public final class InstallationRecord {
  public static final String OBJECT = "ConfigMap kube-system/slipway-installation";

  private final KubernetesClient client;

  public InstallationRecord(KubernetesClient client) {
    this.client = client;
  }

  /** Whether an install of Slipway's has left one here. */
  public boolean isThere() {
    return Answers.find(record()).isPresent();
  }

  /**
   * Writes down what is about to happen. The lists from before the first install stay what they
   * are.
   *
   * @return false where a finished install of just this was there already, so that nothing was
   *     written
   */
  public boolean open(Platform platform, Approval approval) {
    Map<String, String> present = read();
    if (RecordEntries.isInstalled(present, platform)) {
      return false;
    }
    Map<String, String> entries = RecordEntries.opening(platform, approval);
    if (!present.containsKey(RecordEntries.NAMESPACES_BEFORE)) {
      entries.put(RecordEntries.NAMESPACES_BEFORE, names(Kind.NAMESPACE));
      entries.put(RecordEntries.DEFINITIONS_BEFORE, names(Kind.DEFINITION));
    }
    return write(
        record -> {
          record.remove(Seal.KEY);
          record.putAll(entries);
        });
  }

  /**
   * Writes down what the install led to and what Argo CD has made of it, and seals all.
   *
   * @return false where it was there already, so that nothing was written
   */
  public boolean complete(InstalledParts parts) {
    new AddonNamespaces(client, () -> {}).settle();
    new InstalledApplications(client).remember(parts.applications());
    Map<String, String> manifest = new ManifestParts(client).content().checksums();
    return write(
        record -> {
          record.putAll(RecordEntries.completion(parts));
          record.put(Seal.KEY, Seal.of(record, manifest));
        });
  }

  /** When the first install began; empty where none has. */
  public Optional<Instant> begun() {
    return Answers.find(record())
        .map(record -> Instant.parse(record.getMetadata().getCreationTimestamp()));
  }

  Map<String, String> read() {
    return Answers.find(record()).map(InstallationRecord::data).orElse(Map.of());
  }

  private boolean write(Consumer<Map<String, String>> change) {
    Optional<ConfigMap> found = Answers.find(record());
    Map<String, String> before = found.map(InstallationRecord::data).orElse(Map.of());
    Map<String, String> after = new TreeMap<>(before);
    change.accept(after);
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

  /** All that there are now, one a line. */
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
        .withName(Seal.RECORD)
        .withNamespace(Seal.NAMESPACE)
        .withResourceVersion(resourceVersion)
        .addToLabels("app.kubernetes.io/managed-by", "slipway")
        .endMetadata()
        .withData(data)
        .build();
  }

  private Resource<ConfigMap> record() {
    return client.configMaps().inNamespace(Seal.NAMESPACE).withName(Seal.RECORD);
  }
}
