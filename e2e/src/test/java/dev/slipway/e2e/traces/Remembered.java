package dev.slipway.e2e.traces;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.record.InstallationManifest;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a cluster had before an install, to hold the installation's manifest against. */
public final class Remembered {
  private static final String TRACKING = "argocd.argoproj.io/tracking-id";

  private final Cluster cluster;
  private final Set<String> before;

  private Remembered(Cluster cluster, Set<String> before) {
    this.cluster = cluster;
    this.before = before;
  }

  /** Goes before the install. */
  public static Remembered since(Cluster cluster) {
    return new Remembered(
        cluster,
        ListedObject.all(cluster.client(), Set.of()).stream()
            .map(Remembered::uid)
            .collect(toSet()));
  }

  /**
   * Each new object is in the manifest, hangs on one that is, lies in a namespace that the
   * installation made, or comes under a rule; and nothing that was there before is called ours.
   */
  public void assertComplete() {
    List<ManifestEntry> manifest =
        new InstallationManifest(cluster.client()).read().orElseThrow().entries();
    List<ListedObject> now = ListedObject.all(cluster.client(), Set.of());
    assertThat(forgotten(manifest, now)).isEmpty();
    assertThat(claimed(manifest)).isEmpty();
  }

  private List<String> claimed(List<ManifestEntry> manifest) {
    return manifest.stream()
        .filter(entry -> entry.origin() == Origin.MADE && entry.uid() != null)
        .filter(entry -> before.contains(entry.uid()))
        .map(ManifestEntry::toString)
        .toList();
  }

  private List<String> forgotten(List<ManifestEntry> manifest, List<ListedObject> now) {
    Set<String> known =
        manifest.stream().map(ManifestEntry::uid).filter(Objects::nonNull).collect(toSet());
    Set<Subject> intended = manifest.stream().map(ManifestEntry::subject).collect(toSet());
    Set<String> namespaces =
        manifest.stream()
            .filter(entry -> entry.origin() != Origin.BEFORE)
            .map(ManifestEntry::subject)
            .filter(subject -> subject.kind().equals("Namespace"))
            .map(Subject::name)
            .collect(toSet());
    Set<String> ours = withDependents(known, intended, now);
    Set<String> applications = applications(ours, now);
    List<String> forgotten = new ArrayList<>();
    for (ListedObject listed : now) {
      boolean explained =
          before.contains(uid(listed))
              || ours.contains(uid(listed))
              || namespaces.contains(listed.object().getMetadata().getNamespace())
              || applications.contains(application(listed))
              || RunTimeRules.hold(listed);
      if (!explained) {
        forgotten.add(listed.kind() + " " + listed.place());
      }
    }
    return forgotten;
  }

  /** Owners first, until nobody is added. */
  private static Set<String> withDependents(
      Set<String> known, Set<Subject> intended, List<ListedObject> now) {
    Set<String> ours = new HashSet<>(known);
    now.stream()
        .filter(listed -> intended.contains(subject(listed)))
        .map(Remembered::uid)
        .forEach(ours::add);
    boolean more = true;
    while (more) {
      more = false;
      for (ListedObject listed : now) {
        more |= isOwned(listed, ours) && ours.add(uid(listed));
      }
    }
    return ours;
  }

  private static boolean isOwned(ListedObject listed, Set<String> ours) {
    return listed.object().getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> ours.contains(owner.getUid()));
  }

  private static Set<String> applications(Set<String> ours, List<ListedObject> now) {
    return now.stream()
        .filter(listed -> listed.kind().equals("Application") && ours.contains(uid(listed)))
        .map(listed -> listed.object().getMetadata().getName())
        .collect(toSet());
  }

  /** Of which Argo CD says that it tracks it; empty where it says nothing. */
  private static String application(ListedObject listed) {
    Map<String, String> annotations = listed.object().getMetadata().getAnnotations();
    return annotations == null ? "" : annotations.getOrDefault(TRACKING, "").replaceAll(":.*", "");
  }

  private static Subject subject(ListedObject listed) {
    GenericKubernetesResource object = listed.object();
    ObjectMeta metadata = object.getMetadata();
    String version = object.getApiVersion() == null ? "" : object.getApiVersion();
    return new Subject(
        version.contains("/") ? version.replaceAll("/.*", "") : "",
        listed.kind(),
        metadata.getNamespace() == null ? "" : metadata.getNamespace(),
        metadata.getName());
  }

  private static String uid(ListedObject listed) {
    return listed.object().getMetadata().getUid();
  }
}
