package dev.slipway.sandbox.operators;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.workloads.StandInWorkloads;
import java.util.Locale;

/** Crossplane defines its kinds from its own pod; they are in no chart. */
record Crossplane(ClusterObjects cluster) implements Controller {
  private static final String PACKAGES = "pkg.crossplane.io";
  private static final String EXTENSIONS = "apiextensions.crossplane.io";
  private static final ObjectKey CONTROLLER =
      new ObjectKey("apps", "deployments", "crossplane-system", "crossplane");

  @Override
  public void reconcile() {
    if (!StandInWorkloads.isReady(cluster, CONTROLLER)) {
      return;
    }
    define(PACKAGES, "v1", "Provider");
    define(PACKAGES, "v1beta1", "DeploymentRuntimeConfig");
    define(EXTENSIONS, "v1", "Composition");
    define(EXTENSIONS, "v1", "CompositeResourceDefinition");
    Conditions conditions = new Conditions(cluster);
    conditions.mark(PACKAGES, "providers", "Installed", "Healthy");
    conditions.mark(EXTENSIONS, "compositeresourcedefinitions", "Established", "Offered");
  }

  private void define(String group, String version, String kind) {
    String singular = kind.toLowerCase(Locale.ROOT);
    String name = singular + "s." + group;
    if (cluster
        .find(new ObjectKey("apiextensions.k8s.io", "customresourcedefinitions", "", name))
        .isPresent()) {
      return;
    }
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
    definition.putObject("metadata").put("name", name);
    ObjectNode spec = definition.putObject("spec").put("group", group).put("scope", "Cluster");
    spec.putObject("names")
        .put("kind", kind)
        .put("listKind", kind + "List")
        .put("plural", singular + "s")
        .put("singular", singular);
    ObjectNode served =
        spec.putArray("versions").addObject().put("name", version).put("served", true);
    served.put("storage", true).putObject("subresources").putObject("status");
    cluster.put(definition);
  }
}
