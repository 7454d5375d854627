package dev.slipway.standins.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pods that a workload asks for. */
record PodTemplate(JsonNode spec, String namespace) {
  private static final Map<String, String> NODE =
      Map.of("kubernetes.io/os", "linux", "kubernetes.io/arch", "amd64");

  /** Whether a node takes them, and every Secret that they name is there. */
  boolean canRun(ClusterObjects cluster) {
    return isSchedulable()
        && secrets().stream()
            .map(name -> new ObjectKey("", "secrets", namespace, name))
            .allMatch(key -> cluster.find(key).isPresent());
  }

  private boolean isSchedulable() {
    return spec.path("nodeSelector").properties().stream()
        .allMatch(label -> label.getValue().asText().equals(NODE.get(label.getKey())));
  }

  private List<String> secrets() {
    List<String> names = new ArrayList<>();
    spec.path("containers")
        .forEach(
            container -> {
              container.path("envFrom").forEach(from -> add(names, from.path("secretRef"), "name"));
              container
                  .path("env")
                  .forEach(entry -> add(names, entry.at("/valueFrom/secretKeyRef"), "name"));
            });
    spec.path("volumes").forEach(volume -> add(names, volume.path("secret"), "secretName"));
    return names;
  }

  private static void add(List<String> names, JsonNode reference, String field) {
    if (reference.has(field) && !reference.path("optional").asBoolean()) {
      names.add(reference.path(field).asText());
    }
  }
}
