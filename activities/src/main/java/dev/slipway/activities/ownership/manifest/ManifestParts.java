package dev.slipway.activities.ownership.manifest;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.GuardedWrite;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ConfigMaps that the parts of a manifest are kept in. */
public final class ManifestParts {
  private static final String NAMESPACE = "kube-system";
  private static final String OBJECT = "ConfigMaps kube-system/slipway-installation-…";

  private final KubernetesClient client;

  public ManifestParts(KubernetesClient client) {
    this.client = client;
  }

  /** All entries of all parts, sorted by subject, and each part's checksum by its name. */
  public record Content(List<ManifestEntry> entries, Map<String, String> checksums) {}

  /**
   * One request.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#RECORD_UNREADABLE}
   */
  public Content content() {
    Map<String, String> checksums = new TreeMap<>();
    List<ManifestEntry> entries = new ArrayList<>();
    for (Part part : read().values()) {
      checksums.put(part.name(), part.checksum());
      entries.addAll(part.entries());
    }
    entries.sort(Comparator.comparing(ManifestEntry::subject));
    return new Content(entries, checksums);
  }

  Map<String, Part> read() {
    return KubernetesFailures.naming(OBJECT, () -> Part.among(maps(Shard.PART)));
  }

  /**
   * Writes the next number of a part, then drops those before it.
   *
   * @throws io.temporal.failure.ApplicationFailure where somebody else has written it meanwhile:
   *     the activity's retry looks at what they wrote
   */
  void write(Part before, List<ManifestEntry> entries) {
    KubernetesFailures.naming(OBJECT, () -> replace(before, entries));
  }

  /** The number under which they are written. */
  private int replace(Part before, List<ManifestEntry> entries) {
    int next = before.number() + 1;
    Seal.breakIn(client);
    Shard.of(before.name(), next, entries).forEach(this::create);
    maps(Shard.PART + "=" + before.name()).stream()
        .filter(map -> Shard.read(map).number() < next)
        .forEach(map -> client.resource(map).delete());
    return next;
  }

  private void create(Shard shard) {
    ConfigMap map = shard.configMap(NAMESPACE);
    GuardedWrite.of("ConfigMap " + shard.name(), () -> client.resource(map).create());
  }

  private List<ConfigMap> maps(String selector) {
    return client.configMaps().inNamespace(NAMESPACE).withLabelSelector(selector).list().getItems();
  }
}
