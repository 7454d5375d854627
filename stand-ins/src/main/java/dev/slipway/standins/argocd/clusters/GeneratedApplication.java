package dev.slipway.standins.argocd.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.control.ObjectMeta;

/** An Application as an ApplicationSet makes it. */
record GeneratedApplication(ObjectNode set) {

  ObjectNode of(JsonNode template) {
    ObjectNode application = JsonNodeFactory.instance.objectNode();
    application.put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Application");
    ObjectNode metadata =
        application.putObject("metadata").setAll((ObjectNode) template.path("metadata").deepCopy());
    metadata.put("namespace", ObjectMeta.of(set).namespace());
    ObjectMeta.own(metadata, set);
    if (!set.at("/spec/syncPolicy/preserveResourcesOnDeletion").asBoolean()) {
      metadata.putArray("finalizers").add("resources-finalizer.argocd.argoproj.io");
    }
    application.set("spec", template.path("spec"));
    return application;
  }
}
