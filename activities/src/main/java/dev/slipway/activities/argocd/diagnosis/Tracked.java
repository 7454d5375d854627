package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.standing.Stateless;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** An object that an Application manages. An empty namespace stands for a kind that has none. */
record Tracked(String apiVersion, String kind, String namespace, String name) {
  private static final List<String> SUSPECTS =
      List.of(
          "ClusterSecretStore",
          "SecretStore",
          "ExternalSecret",
          "Job",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "PersistentVolumeClaim",
          "Certificate",
          "Ingress",
          "Service");

  /** The Application's objects that can be at fault, the likely culprits first. */
  static List<Tracked> of(KubernetesObject application) {
    return StreamSupport.stream(
            application.status().path("resources").spliterator(), /* parallel= */ false)
        .filter(resource -> !resource.path("requiresPruning").asBoolean())
        .filter(resource -> !Stateless.includes(text(resource, "group"), text(resource, "kind")))
        .map(Tracked::of)
        .sorted(Comparator.comparingInt(Tracked::suspicion))
        .toList();
  }

  String list() {
    return apiVersion + "/" + kind + "/" + namespace;
  }

  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }

  private static Tracked of(JsonNode resource) {
    String group = text(resource, "group");
    String version = text(resource, "version");
    return new Tracked(
        group.isEmpty() ? version : group + "/" + version,
        text(resource, "kind"),
        text(resource, "namespace"),
        text(resource, "name"));
  }

  private static String text(JsonNode resource, String field) {
    return resource.path(field).asText();
  }

  private int suspicion() {
    int place = SUSPECTS.indexOf(kind);
    return place < 0 ? SUSPECTS.size() : place;
  }
}
