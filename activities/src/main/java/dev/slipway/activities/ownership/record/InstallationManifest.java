package dev.slipway.activities.ownership.record;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.activities.ownership.manifest.Seal;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cluster remembers of its installation. Reads only. */
public final class InstallationManifest {
  private final KubernetesClient client;

  public InstallationManifest(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Two requests.
   *
   * @return empty only where the API server says that there is none
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#RECORD_UNREADABLE} where it
   *     is not as it was written
   */
  public Optional<Manifest> read() {
    // The parts first: a record that is written meanwhile is of a later moment, and its seal tells.
    ManifestParts.Content content = new ManifestParts(client).content();
    Map<String, String> record =
        KubernetesFailures.naming(
            InstallationRecord.OBJECT, () -> new InstallationRecord(client).read());
    if (record.isEmpty()) {
      requireNothing(content);
      return Optional.empty();
    }
    String seal = record.get(Seal.KEY);
    if (seal != null && !seal.equals(Seal.of(record, content.checksums()))) {
      throw FailureType.RECORD_UNREADABLE.failure(
          InstallationRecord.OBJECT + " and its manifest are not as the install left them");
    }
    return Optional.of(
        new Manifest(
            seal != null && RecordEntries.isInstalled(record),
            record.getOrDefault(RecordEntries.PLAN_DIGEST, ""),
            approver(record),
            content.entries(),
            lines(record, RecordEntries.NAMESPACES_BEFORE),
            lines(record, RecordEntries.DEFINITIONS_BEFORE)));
  }

  /** Nobody had to approve where the record names nobody. */
  private static String approver(Map<String, String> record) {
    String name = record.getOrDefault(RecordEntries.APPROVER, "");
    return name.isEmpty() ? null : name;
  }

  private static List<String> lines(Map<String, String> record, String key) {
    return record.getOrDefault(key, "").lines().toList();
  }

  private static void requireNothing(ManifestParts.Content content) {
    if (!content.checksums().isEmpty()) {
      throw FailureType.RECORD_UNREADABLE.failure(
          InstallationRecord.OBJECT + " is gone, and parts of its manifest are there");
    }
  }
}
