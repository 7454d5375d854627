package dev.slipway.activities.argocd.expected;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.LabelSelector;
import dev.slipway.workflows.failure.FailureType;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Which clusters an ApplicationSet makes an Application for: pure. */
public final class Generators {
  private Generators() {}

  /** Whether the ApplicationSet makes one for a cluster whose secret has these labels. */
  public static boolean select(JsonNode applicationSet, Map<String, String> labels) {
    String name = applicationSet.path("metadata").path("name").asText();
    return StreamSupport.stream(applicationSet.path("spec").path("generators").spliterator(), false)
        .anyMatch(generator -> selects(name, generator, labels));
  }

  /** Whether clusters are among what the ApplicationSet, of whoever, is generated from. */
  public static boolean readClusters(JsonNode applicationSet) {
    return !clusterGenerators(applicationSet).isEmpty();
  }

  /** Whether one of them, however deep in a merge or a matrix, selects this cluster. */
  public static boolean selectCluster(JsonNode applicationSet, Map<String, String> labels) {
    return clusterGenerators(applicationSet).stream()
        .anyMatch(clusters -> LabelSelector.matches(clusters.path("selector"), labels));
  }

  private static List<JsonNode> clusterGenerators(JsonNode applicationSet) {
    return applicationSet.path("spec").path("generators").findValues("clusters");
  }

  private static boolean selects(String name, JsonNode generator, Map<String, String> labels) {
    if (generator.has("clusters")) {
      return LabelSelector.matches(generator.path("clusters").path("selector"), labels);
    }
    // The first generator of a merge decides which clusters there are; the others only add to it.
    if (generator.has("merge")) {
      return selects(name, generator.path("merge").path("generators").path(0), labels);
    }
    throw FailureType.INVALID_PACKAGES.failure(
        "ApplicationSet %s has a generator that Slipway cannot foresee: %s"
            .formatted(name, fields(generator)));
  }

  private static String fields(JsonNode generator) {
    return generator.properties().stream().map(Map.Entry::getKey).collect(joining(", "));
  }
}
