package dev.slipway.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cluster generator: one Application for each ApplicationSet and cluster that match. */
final class ApplicationSets {
  private final ClusterObjects cluster;
  private final Charts charts;
  private final Set<String> made = new HashSet<>();

  ApplicationSets(ClusterObjects cluster, Charts charts) {
    this.cluster = cluster;
    this.charts = charts;
  }

  /** All that are new are evaluated together: each evaluation is a process. */
  void reconcile() {
    for (ObjectNode secret : cluster.list("", "secrets")) {
      if (RegisteredCluster.isOne(secret)) {
        reconcile(new RegisteredCluster(secret));
      }
    }
  }

  private void reconcile(RegisteredCluster registered) {
    List<ObjectNode> due = new ArrayList<>();
    for (ObjectNode set : cluster.list("argoproj.io", "applicationsets")) {
      JsonNode metadata = set.path("metadata");
      String key = metadata.path("uid") + " " + metadata.path("generation") + registered.version();
      if (selects(set, registered) && made.add(key)) {
        due.add(set);
      }
    }
    if (due.isEmpty()) {
      return;
    }
    ObjectNode templates = JsonNodeFactory.instance.objectNode();
    due.forEach(set -> templates.withArray("templates").add(set.path("spec").path("template")));
    JsonNode evaluated = new TemplateTree(templates).evaluate(charts, registered.parameters());
    for (int i = 0; i < due.size(); i++) {
      put(due.get(i), evaluated.path("templates").path(i));
    }
  }

  private static boolean selects(JsonNode set, RegisteredCluster registered) {
    for (JsonNode generator : set.path("spec").path("generators")) {
      if (registered.matches(generator.path("clusters").path("selector"))) {
        return true;
      }
    }
    return false;
  }

  private void put(JsonNode set, JsonNode template) {
    ObjectNode application = JsonNodeFactory.instance.objectNode();
    application.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Application");
    ObjectNode metadata =
        application.putObject("metadata").setAll((ObjectNode) template.path("metadata"));
    metadata.set("namespace", set.path("metadata").path("namespace"));
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", set.path("apiVersion").asText())
        .put("kind", "ApplicationSet")
        .put("name", set.path("metadata").path("name").asText())
        .put("uid", set.path("metadata").path("uid").asText())
        .put("controller", true);
    application.set("spec", template.path("spec"));
    ObjectKey key =
        new ObjectKey(
            "argoproj.io",
            "applications",
            metadata.path("namespace").asText(),
            metadata.path("name").asText());
    if (cluster.find(key).isPresent()) {
      cluster.change(key, found -> found.set("spec", application.path("spec")));
      return;
    }
    cluster.put(application);
  }
}
