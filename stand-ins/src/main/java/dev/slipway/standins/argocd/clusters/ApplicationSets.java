package dev.slipway.standins.argocd.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.sources.NotRendered;
import dev.slipway.standins.argocd.sources.Templates;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cluster generator: one Application for each ApplicationSet and cluster that match. */
public final class ApplicationSets {
  private static final String GROUP = "argoproj.io";

  private final ClusterObjects cluster;
  private final Templates templates;
  private final Clock clock;
  private final Map<String, String> seen = new HashMap<>();

  public ApplicationSets(ClusterObjects cluster, Templates templates, Clock clock) {
    this.cluster = cluster;
    this.templates = templates;
    this.clock = clock;
  }

  public void reconcile() {
    List<RegisteredCluster> clusters =
        cluster.list("", "secrets").stream()
            .filter(RegisteredCluster::isOne)
            .map(RegisteredCluster::new)
            .toList();
    for (ObjectNode set : cluster.list(GROUP, "applicationsets")) {
      if (!ObjectMeta.of(set).isDeleted()) {
        reconcile(set, clusters.stream().filter(found -> selects(set, found)).toList());
      }
    }
  }

  private void reconcile(ObjectNode set, List<RegisteredCluster> clusters) {
    ObjectMeta meta = ObjectMeta.of(set);
    String now =
        meta.generation() + clusters.stream().map(RegisteredCluster::version).toList().toString();
    if (now.equals(seen.put(meta.uid(), now))) {
      return;
    }
    List<String> wanted = new ArrayList<>();
    try {
      for (RegisteredCluster registered : clusters) {
        JsonNode template = set.at("/spec/template");
        ObjectNode application =
            new GeneratedApplication(set).of(templates.evaluate(template, registered.parameters()));
        wanted.add(ObjectMeta.of(application).name());
        put(application);
      }
    } catch (NotRendered e) {
      show(meta, /* error= */ e.getMessage());
      return;
    }
    deleteOthers(set, wanted);
    show(meta, /* error= */ "");
  }

  private static boolean selects(JsonNode set, RegisteredCluster registered) {
    for (JsonNode generator : set.at("/spec/generators")) {
      if (registered.matches(generator.at("/clusters/selector"))) {
        return true;
      }
    }
    return false;
  }

  private void put(ObjectNode application) {
    ObjectMeta meta = ObjectMeta.of(application);
    ObjectKey key = new ObjectKey(GROUP, "applications", meta.namespace(), meta.name());
    if (cluster.find(key).isEmpty()) {
      cluster.put(application);
      return;
    }
    cluster.change(
        key,
        found -> {
          found.set("spec", application.path("spec"));
          for (String field : new String[] {"labels", "ownerReferences"}) {
            found.withObject("/metadata").set(field, application.path("metadata").path(field));
          }
        });
  }

  /** What no cluster asks for any more goes, unless the set may not delete. */
  private void deleteOthers(ObjectNode set, List<String> wanted) {
    String policy = set.at("/spec/syncPolicy/applicationsSync").asText("sync");
    if (policy.equals("sync") || policy.equals("create-delete")) {
      String uid = ObjectMeta.of(set).uid();
      cluster.list(GROUP, "applications").stream()
          .filter(application -> ObjectMeta.of(application).isControlledBy(uid))
          .filter(application -> !wanted.contains(ObjectMeta.of(application).name()))
          .flatMap(application -> cluster.key(application).stream())
          .forEach(cluster::delete);
    }
  }

  private void show(ObjectMeta meta, String error) {
    ObjectKey key = new ObjectKey(GROUP, "applicationsets", meta.namespace(), meta.name());
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    cluster.change(
        key,
        set -> {
          var conditions = set.withObject("/status").putArray("conditions");
          conditions
              .addObject()
              .put("type", "ErrorOccurred")
              .put("status", error.isEmpty() ? "False" : "True")
              .put(
                  "message",
                  error.isEmpty() ? "All applications have been generated successfully" : error)
              .put("lastTransitionTime", now);
          conditions
              .addObject()
              .put("type", "ResourcesUpToDate")
              .put("status", error.isEmpty() ? "True" : "False")
              .put("lastTransitionTime", now);
        });
  }
}
