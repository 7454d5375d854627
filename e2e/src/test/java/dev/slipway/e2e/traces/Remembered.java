package dev.slipway.e2e.traces;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.record.InstallationManifest;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a cluster had before an install, to hold the installation's manifest against. */
public final class Remembered {
  private static final String TRACKING = "argocd.argoproj.io/tracking-id";

  private final Cluster cluster;
  private final Set<Subject> before;

  private Remembered(Cluster cluster, Set<Subject> before) {
    this.cluster = cluster;
    this.before = before;
  }

  /** Goes before the install. */
  public static Remembered since(Cluster cluster) {
    return new Remembered(cluster, now(cluster).keySet());
  }

  /**
   * Each new object is in the manifest, hangs on one that is, lies in a namespace that the
   * installation made, or comes under a {@link RunTimeRule}; nothing that was there before is
   * called ours; and what is there has the UID that the manifest says.
   */
  public void assertComplete() {
    List<ManifestEntry> manifest = entries();
    Map<Subject, ListedObject> now = now(cluster);
    assertThat(forgotten(manifest, now)).as("in no manifest").isEmpty();
    assertThat(claimed(manifest)).as("called ours, and was there before").isEmpty();
    assertThat(unknown(manifest, now)).as("with another UID than the manifest's").isEmpty();
  }

  /** The ARN of each secret in AWS that the manifest names, by its name. */
  public Map<String, String> secrets() {
    return entries().stream()
        .filter(entry -> entry.subject().isInAws())
        .collect(toMap(entry -> entry.subject().name(), ManifestEntry::uid));
  }

  private List<ManifestEntry> entries() {
    return new InstallationManifest(cluster.client()).read().orElseThrow().entries();
  }

  private static Map<Subject, ListedObject> now(Cluster cluster) {
    Map<Subject, ListedObject> objects = new HashMap<>();
    ListedObject.all(cluster.client(), Set.of()).stream()
        .filter(listed -> listed.uid() != null)
        .forEach(listed -> objects.put(listed.subject(), listed));
    return objects;
  }

  private List<String> claimed(List<ManifestEntry> manifest) {
    return manifest.stream()
        .filter(entry -> entry.origin() == Origin.MADE && before.contains(entry.subject()))
        .map(ManifestEntry::toString)
        .toList();
  }

  private static List<String> unknown(
      List<ManifestEntry> manifest, Map<Subject, ListedObject> now) {
    return manifest.stream()
        .filter(entry -> now.containsKey(entry.subject()))
        .filter(entry -> !now.get(entry.subject()).uid().equals(entry.uid()))
        .map(entry -> entry + " has UID " + now.get(entry.subject()).uid())
        .toList();
  }

  private List<String> forgotten(List<ManifestEntry> manifest, Map<Subject, ListedObject> now) {
    Set<String> namespaces = namespaces(manifest);
    Set<String> uids = ours(manifest, now);
    List<ListedObject> ours =
        now.values().stream().filter(listed -> uids.contains(listed.uid())).toList();
    Set<String> applications = applications(ours);
    return now.values().stream()
        .filter(listed -> !before.contains(listed.subject()))
        .filter(listed -> !uids.contains(listed.uid()))
        .filter(listed -> !namespaces.contains(listed.subject().namespace()))
        .filter(listed -> !applications.contains(application(listed)))
        .filter(listed -> Stream.of(RunTimeRule.values()).noneMatch(it -> it.holds(listed, ours)))
        .map(listed -> listed.subject().toString())
        .sorted()
        .toList();
  }

  /**
   * UIDs of what the manifest names, and what hangs on that: owners first, until nobody is added.
   */
  private static Set<String> ours(List<ManifestEntry> manifest, Map<Subject, ListedObject> now) {
    Set<String> uids =
        manifest.stream()
            .map(entry -> now.get(entry.subject()))
            .filter(Objects::nonNull)
            .map(ListedObject::uid)
            .collect(toSet());
    Set<String> added = uids;
    while (!added.isEmpty()) {
      Set<String> owners = new HashSet<>(uids);
      added =
          now.values().stream()
              .filter(listed -> isOwned(listed, owners) && !owners.contains(listed.uid()))
              .map(ListedObject::uid)
              .collect(toSet());
      uids.addAll(added);
    }
    return uids;
  }

  private static boolean isOwned(ListedObject listed, Set<String> owners) {
    return listed.object().getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owners.contains(owner.getUid()));
  }

  private static Set<String> namespaces(List<ManifestEntry> manifest) {
    return manifest.stream()
        .filter(entry -> entry.origin() != Origin.BEFORE)
        .map(ManifestEntry::subject)
        .filter(subject -> subject.kind().equals("Namespace"))
        .map(Subject::name)
        .collect(toSet());
  }

  private static Set<String> applications(List<ListedObject> ours) {
    return ours.stream()
        .filter(listed -> listed.kind().equals("Application"))
        .map(listed -> listed.object().getMetadata().getName())
        .collect(toSet());
  }

  /** Of which Argo CD says that it tracks it; empty where it says nothing. */
  private static String application(ListedObject listed) {
    return listed.annotations().getOrDefault(TRACKING, "").replaceAll(":.*", "");
  }
}
