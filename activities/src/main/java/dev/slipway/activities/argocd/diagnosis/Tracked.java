package dev.slipway.activities.argocd.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

  /** The Application's objects, the likely culprits first. */
  static List<Tracked> of(JsonNode application, Set<String> withoutKinds) {
    return StreamSupport.stream(
            application.path("status").path("resources").spliterator(), /* parallel= */ false)
        .filter(resource -> !resource.path("requiresPruning").asBoolean())
        .map(Tracked::of)
        .filter(object -> !withoutKinds.contains(object.kind()))
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
    String group = resource.path("group").asText();
    String version = resource.path("version").asText();
    return new Tracked(
        group.isEmpty() ? version : group + "/" + version,
        resource.path("kind").asText(),
        resource.path("namespace").asText(),
        resource.path("name").asText());
  }

  private int suspicion() {
    int place = SUSPECTS.indexOf(kind);
    return place < 0 ? SUSPECTS.size() : place;
  }
}
