package dev.slipway.activities.argocd.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in the cluster already.
 *
 * @param labels of Secret {@code hub-cluster}; empty where there is none
 */
record Installed(
    Set<String> namespaces,
    Map<String, String> labels,
    List<JsonNode> applicationSets,
    List<JsonNode> applications) {

  Set<String> applicationNames() {
    return applications.stream().map(Installed::name).collect(Collectors.toSet());
  }

  /** Those that the ApplicationSet made. */
  List<JsonNode> applicationsOf(JsonNode applicationSet) {
    return applications.stream()
        .filter(application -> isOwnedBy(application, name(applicationSet)))
        .toList();
  }

  private static boolean isOwnedBy(JsonNode application, String applicationSet) {
    for (JsonNode owner : application.at("/metadata/ownerReferences")) {
      if (owner.path("kind").asText().equals("ApplicationSet")
          && owner.path("name").asText().equals(applicationSet)) {
        return true;
      }
    }
    return false;
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }
}
