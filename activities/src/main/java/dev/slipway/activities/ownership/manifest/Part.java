package dev.slipway.activities.ownership.manifest;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one writer remembers, as the newest of its numbers has it that was written to its end: pure.
 *
 * @param number 0 where nothing was written yet
 * @param checksum of its entries; empty where nothing was written yet
 */
record Part(String name, int number, String checksum, List<ManifestEntry> entries) {
  static Part unwritten(String name) {
    return new Part(name, 0, "", List.of());
  }

  /**
   * All parts among the ConfigMaps, by name.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#RECORD_UNREADABLE} where one
   *     is not as it was written
   */
  static Map<String, Part> among(List<ConfigMap> maps) {
    Map<String, List<Shard>> byPart =
        maps.stream().map(Part::shard).collect(Collectors.groupingBy(Shard::part));
    Map<String, Part> parts = new TreeMap<>();
    byPart.forEach((name, shards) -> parts.put(name, newest(name, shards)));
    return parts;
  }

  /** Of all entries of these parts for which it holds. */
  static Set<Subject> subjects(Collection<Part> parts, Predicate<ManifestEntry> which) {
    return parts.stream()
        .flatMap(part -> part.entries().stream())
        .filter(which)
        .map(ManifestEntry::subject)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Its entries, with the UIDs that are known by now. */
  List<ManifestEntry> withIds(Function<Subject, Optional<String>> ids) {
    return entries.stream()
        .map(entry -> ids.apply(entry.subject()).map(entry::withUid).orElse(entry))
        .toList();
  }

  /** Its entries but those that have no UID. */
  List<ManifestEntry> withoutUnseen(Set<Subject> among) {
    return entries.stream()
        .filter(entry -> entry.uid() != null || !among.contains(entry.subject()))
        .toList();
  }

  static Shard shard(ConfigMap map) {
    try {
      return Shard.read(map);
    } catch (RuntimeException e) {
      throw FailureType.RECORD_UNREADABLE.failure(
          "ConfigMap %s/%s is none that Slipway wrote: %s"
              .formatted(
                  map.getMetadata().getNamespace(), map.getMetadata().getName(), e.getMessage()),
          e);
    }
  }

  private static Part newest(String name, List<Shard> shards) {
    return shards.stream()
        .filter(Shard::isFirst)
        .max(Comparator.comparingInt(Shard::number))
        .map(first -> shards.stream().filter(first::isBeside).toList())
        .filter(Part::isComplete)
        .map(numbered -> whole(name, numbered))
        .orElseThrow(
            () ->
                FailureType.RECORD_UNREADABLE.failure(
                    "part %s of the installation's manifest is not whole, or not as it was written"
                        .formatted(name)));
  }

  private static boolean isComplete(List<Shard> numbered) {
    return numbered.size() == numbered.get(0).of()
        && Shard.checksum(lines(numbered)).equals(numbered.get(0).checksum());
  }

  private static List<String> lines(List<Shard> numbered) {
    return numbered.stream()
        .sorted(Comparator.comparingInt(Shard::index))
        .flatMap(shard -> shard.lines().stream())
        .toList();
  }

  private static Part whole(String name, List<Shard> numbered) {
    Shard first = numbered.get(0);
    try {
      List<ManifestEntry> entries =
          numbered.stream().flatMap(shard -> shard.entries().stream()).toList();
      return new Part(name, first.number(), first.checksum(), entries);
    } catch (IllegalArgumentException e) {
      throw FailureType.RECORD_UNREADABLE.failure(
          "part %s of the installation's manifest: %s".formatted(name, e.getMessage()), e);
    }
  }
}
