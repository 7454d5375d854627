package dev.slipway.activities.ownership.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.wire.Payloads;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One ConfigMap of a part's: pure. A part is written as a whole, under a number of its own, and the
 * first ConfigMap of a number last, so that a writer that is killed leaves the number before.
 *
 * @param part who wrote it, such as {@code release-argocd}
 * @param number counts what was written of the part; of two writers of one number the API server
 *     lets one create it
 * @param index from 0 on
 * @param of how many ConfigMaps the part has under this number
 * @param checksum of all lines of the part under this number
 * @param lines JSON, an entry each
 */
record Shard(String part, int number, int index, int of, String checksum, List<String> lines) {
  static final String PART = "slipway.dev/manifest";

  // A mapper learns each class anew, which takes longer than a thousand entries.
  private static final ObjectWriter WRITER = Payloads.canonical().writerFor(ManifestEntry.class);
  private static final ObjectReader READER = Payloads.mapper().readerFor(ManifestEntry.class);
  private static final String NUMBER = "slipway.dev/number";
  private static final String SHARD = "slipway.dev/shard";
  private static final String CHECKSUM = "slipway.dev/checksum";
  private static final String ENTRIES = "entries";
  // A ConfigMap may have 1 MiB, and etcd takes 1.5 MiB of a request.
  private static final int LARGEST = 500_000;

  /** The ConfigMaps that hold these entries. */
  static List<Shard> of(String part, int number, List<ManifestEntry> entries) {
    List<List<String>> chunks = chunks(entries.stream().map(Shard::line).toList());
    String checksum = checksum(chunks.stream().flatMap(List::stream).toList());
    List<Shard> shards = new ArrayList<>();
    for (List<String> chunk : chunks) {
      shards.add(new Shard(part, number, shards.size(), chunks.size(), checksum, chunk));
    }
    return shards;
  }

  static String checksum(List<String> lines) {
    return Sha256.of(String.join("\n", lines).getBytes(UTF_8));
  }

  /**
   * @throws IllegalArgumentException where it is no shard any more
   */
  static Shard read(ConfigMap map) {
    Map<String, String> annotations = map.getMetadata().getAnnotations();
    String[] place = annotations.getOrDefault(SHARD, "").split("/", 2);
    return new Shard(
        map.getMetadata().getLabels().get(PART),
        Integer.parseInt(annotations.getOrDefault(NUMBER, "")),
        Integer.parseInt(place[0]),
        Integer.parseInt(place[1]),
        annotations.getOrDefault(CHECKSUM, ""),
        map.getData().getOrDefault(ENTRIES, "").lines().toList());
  }

  /** Only the first ConfigMap's is the same whatever it holds: who creates it has the number. */
  String name() {
    String place = "slipway-installation-%s-%d-%d".formatted(part, number, index);
    return isFirst() ? place : place + "-" + checksum.substring(0, 8);
  }

  boolean isFirst() {
    return index == 0;
  }

  /** Whether both were written at once. */
  boolean isBeside(Shard other) {
    return number == other.number && checksum.equals(other.checksum);
  }

  ConfigMap configMap(String namespace) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name())
        .withNamespace(namespace)
        .addToLabels("app.kubernetes.io/managed-by", "slipway")
        .addToLabels(PART, part)
        .addToAnnotations(NUMBER, String.valueOf(number))
        .addToAnnotations(SHARD, index + "/" + of)
        .addToAnnotations(CHECKSUM, checksum)
        .endMetadata()
        .addToData(ENTRIES, String.join("\n", lines))
        .build();
  }

  List<ManifestEntry> entries() {
    return lines.stream().map(Shard::entry).toList();
  }

  private static List<List<String>> chunks(List<String> lines) {
    List<List<String>> chunks = new ArrayList<>(List.of(new ArrayList<>()));
    int size = 0;
    for (String line : lines) {
      size += line.length() + 1;
      if (size > LARGEST) {
        chunks.add(new ArrayList<>());
        size = line.length() + 1;
      }
      chunks.get(chunks.size() - 1).add(line);
    }
    return chunks;
  }

  private static String line(ManifestEntry entry) {
    try {
      return WRITER.writeValueAsString(entry);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An entry is no JSON", impossible);
    }
  }

  private static ManifestEntry entry(String line) {
    try {
      return READER.readValue(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an entry is no JSON", e);
    }
  }
}
