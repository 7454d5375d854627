package dev.slipway.activities.inventory;

import dev.slipway.activities.helm.admission.ReleaseMark;
import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The installation's Helm releases, by Helm's records of them: pure. */
final class Releases {
  private Releases() {}

  static List<Holding> of(ClusterReading reading, Optional<Manifest> manifest) {
    Map<Subject, SeenObject> newest = new TreeMap<>();
    reading
        .ofKind("", "Secret")
        .filter(secret -> ReleaseMark.ofRecord(secret.object()).isPresent())
        .sorted(Comparator.comparingInt(Releases::revision))
        .forEach(
            secret -> newest.put(subject(ReleaseMark.ofRecord(secret.object()).get()), secret));
    return newest.entrySet().stream()
        .flatMap(release -> holding(release.getKey(), release.getValue(), manifest).stream())
        .toList();
  }

  private static Optional<Holding> holding(
      Subject release, SeenObject record, Optional<Manifest> manifest) {
    return belonging(release, manifest)
        .map(
            belonging ->
                new Holding(
                    release,
                    record.uid(),
                    Presence.HERE,
                    belonging,
                    List.of(),
                    List.of(),
                    List.of(
                        new Fact("status", record.object().labels().getOrDefault("status", "")),
                        new Fact("revision", String.valueOf(revision(record))))));
  }

  private static Optional<Belonging> belonging(Subject release, Optional<Manifest> manifest) {
    Optional<ManifestEntry> entry =
        manifest.stream()
            .flatMap(known -> known.entries().stream())
            .filter(it -> it.subject().equals(release))
            .findFirst();
    if (entry.isPresent()) {
      return entry.map(
          it ->
              new Belonging(Ownership.OURS, "installed in " + it.step(), it.origin(), it.addon()));
    }
    return Stream.of(BootstrapRelease.values())
        .filter(known -> manifest.isEmpty() && subject(known).equals(release))
        .map(
            known ->
                new Belonging(
                    Ownership.PROBABLY_OURS, "of the name that it would have", null, known.addon()))
        .findFirst();
  }

  private static Subject subject(ReleaseMark mark) {
    return Subject.release(mark.namespace(), mark.release());
  }

  private static Subject subject(BootstrapRelease release) {
    return Subject.release(release.namespace(), release.releaseName());
  }

  private static int revision(SeenObject record) {
    String name = record.object().name();
    try {
      return Integer.parseInt(name.substring(name.lastIndexOf(".v") + 2));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
