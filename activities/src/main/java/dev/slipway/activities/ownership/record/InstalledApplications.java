package dev.slipway.activities.ownership.record;

import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.KubernetesObject.Owner;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.activities.ownership.manifest.ManifestWriter;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What Argo CD has made of the installation's ApplicationSets: the Applications, what they track,
 * and what comes of the ApplicationSets among that.
 */
final class InstalledApplications {
  private static final String ADDON = "addonName";

  private final KubernetesClient client;
  private final Map<Thing, Instant> found = new LinkedHashMap<>();

  InstalledApplications(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Idempotent: what is remembered stays.
   *
   * @param up names of those that were up a moment ago
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#CLUSTER_UNREACHABLE} where
   *     the API server knows of none of them, as one does that has just started
   */
  void remember(List<String> up) {
    List<KubernetesObject> applications = list(ArgoCd.APPLICATION);
    if (applications.isEmpty() && !up.isEmpty()) {
      throw FailureType.CLUSTER_UNREACHABLE.failure(
          "the API server shows no Application, and %d were up a moment ago".formatted(up.size()));
    }
    List<KubernetesObject> sets = list(ArgoCd.APPLICATION_SET);
    Set<Subject> generators = remembered();
    Set<KubernetesObject> seen = new HashSet<>();
    boolean more = true;
    while (more) {
      Set<String> uids = uids(sets, generators);
      List<KubernetesObject> next =
          applications.stream()
              .filter(application -> isOf(application, uids) && seen.add(application))
              .toList();
      next.forEach(this::add);
      generators.addAll(found.keySet().stream().map(Thing::subject).toList());
      more = !next.isEmpty();
    }
    new ManifestWriter(client, "applications", InstallLine.INSTALL_ADDONS_APPSET.name(), () -> {})
        .found(new ArrayList<>(found.keySet()), found::get);
  }

  private void add(KubernetesObject application) {
    String by = application.toString();
    String addon = application.labels().get(ADDON);
    Instant since = application.created();
    String set = application.owners().stream().map(Owner::name).collect(Collectors.joining(", "));
    found.put(Thing.of(application, "ApplicationSet " + set, addon), since);
    StreamSupport.stream(application.status().path("resources").spliterator(), false)
        .map(
            resource ->
                new Thing(
                    new Subject(
                        resource.path("group").asText(),
                        resource.path("kind").asText(),
                        resource.path("namespace").asText(),
                        resource.path("name").asText()),
                    apiVersion(resource.path("group").asText(), resource.path("version").asText()),
                    by,
                    addon))
        .forEach(thing -> found.putIfAbsent(thing, since));
  }

  private Set<Subject> remembered() {
    return new ManifestParts(client)
        .content().entries().stream()
            .map(ManifestEntry::subject)
            .collect(Collectors.toCollection(HashSet::new));
  }

  private List<KubernetesObject> list(Kind kind) {
    return Answers.ifServed(() -> new LiveObjects(client).list(kind, ""));
  }

  private static Set<String> uids(List<KubernetesObject> sets, Set<Subject> ours) {
    return sets.stream()
        .filter(set -> ours.contains(Thing.of(set, "", "").subject()))
        .map(KubernetesObject::uid)
        .collect(Collectors.toSet());
  }

  private static boolean isOf(KubernetesObject application, Set<String> sets) {
    return application.owners().stream().map(Owner::uid).anyMatch(sets::contains);
  }

  private static String apiVersion(String group, String version) {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
