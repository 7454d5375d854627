package dev.slipway.activities.ownership.manifest;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.GuardedWrite;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ConfigMaps that the parts of a manifest are kept in. */
public final class ManifestParts {
  private static final String OBJECT = "ConfigMaps kube-system/slipway-installation-…";

  private final KubernetesClient client;

  public ManifestParts(KubernetesClient client) {
    this.client = client;
  }

  /** One entry a thing, sorted by subject, and each part's checksum by its name. */
  public record Content(List<ManifestEntry> entries, Map<String, String> checksums) {}

  /**
   * One request.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#RECORD_UNREADABLE}
   */
  public Content content() {
    Map<String, String> checksums = new TreeMap<>();
    Map<Subject, ManifestEntry> entries = new TreeMap<>();
    for (Part part : read().values()) {
      checksums.put(part.name(), part.checksum());
      part.entries().forEach(entry -> entries.merge(entry.subject(), entry, ManifestEntry::or));
    }
    return new Content(List.copyOf(entries.values()), checksums);
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
    Seal.breakIn(client);
    int number = before.number() + 1;
    if (number == 1 && Shard.of(before.name(), number, entries).size() > 1) {
      // What is found where this writer is killed amid its first number.
      create(Shard.of(before.name(), number, List.of()).get(0));
      number++;
    }
    List<Shard> shards = Shard.of(before.name(), number, entries);
    shards.stream().filter(shard -> !shard.isFirst()).forEach(this::createUnlessThere);
    create(shards.get(0));
    drop(before.name(), number);
    return number;
  }

  private void create(Shard shard) {
    ConfigMap map = shard.configMap(Seal.NAMESPACE);
    GuardedWrite.of("ConfigMap " + shard.name(), () -> client.resource(map).create());
  }

  /** A writer that was killed may have left the very same. */
  private void createUnlessThere(Shard shard) {
    ConfigMap map = shard.configMap(Seal.NAMESPACE);
    Answers.unlessConflict(() -> client.resource(map).create());
  }

  /** Those before the number that was just written. */
  private void drop(String part, int number) {
    List<ConfigMap> maps = maps(Shard.PART + "=" + part);
    if (maps.stream().anyMatch(map -> Part.shard(map).number() > number)) {
      // A late writer's number is free again where later ones have been written meanwhile.
      throw FailureType.CLUSTER_UNREACHABLE.failure(
          "part %s of the installation's manifest was changed at the same moment".formatted(part));
    }
    maps.stream()
        .filter(map -> Part.shard(map).number() < number)
        .forEach(map -> client.resource(map).delete());
  }

  private List<ConfigMap> maps(String selector) {
    return client
        .configMaps()
        .inNamespace(Seal.NAMESPACE)
        .withLabelSelector(selector)
        .list()
        .getItems();
  }
}
