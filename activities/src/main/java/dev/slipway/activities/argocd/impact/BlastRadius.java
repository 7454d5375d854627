package dev.slipway.activities.argocd.impact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.argocd.expected.Generators;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What happens to Applications when the labels of the cluster secret change: pure.
 *
 * @param forecast labels that the cluster secret will have
 */
record BlastRadius(Installed installed, Map<String, String> forecast) {
  private static final Set<String> DELETING = Set.of("", "sync", "create-delete");

  /**
   * An Application that its ApplicationSet lets go of.
   *
   * @param deleted false where the ApplicationSet may not delete, so that nobody looks after it
   * @param withResources whether what it manages is deleted too
   */
  record Loss(String application, String applicationSet, boolean deleted, boolean withResources) {}

  /** Empty where nothing is installed or nothing changes. */
  List<Loss> losses() {
    List<Loss> losses = new ArrayList<>();
    if (installed.labels().isEmpty() || differences().isEmpty()) {
      return losses;
    }
    for (JsonNode set : installed.applicationSets()) {
      if (letsGo(set)) {
        installed.applicationsOf(set).forEach(application -> losses.add(loss(set, application)));
      }
    }
    return losses;
  }

  /** Such as {@code path_routing from true to false}. */
  List<String> differences() {
    Set<String> keys = new TreeSet<>(forecast.keySet());
    return keys.stream()
        .filter(key -> !forecast.get(key).equals(installed.labels().get(key)))
        .map(
            key ->
                "%s from %s to %s".formatted(key, installed.labels().get(key), forecast.get(key)))
        .toList();
  }

  /** A renamed cluster is another one to every generator. */
  private boolean letsGo(JsonNode set) {
    boolean renamed = !name(installed.labels()).equals(name(forecast));
    return Generators.select(set, installed.labels())
        && (renamed || !Generators.select(set, forecast));
  }

  private static Loss loss(JsonNode set, JsonNode application) {
    String policy = set.at("/spec/syncPolicy/applicationsSync").asText();
    boolean cascades =
        StreamSupport.stream(application.at("/metadata/finalizers").spliterator(), false)
            .anyMatch(finalizer -> finalizer.asText().startsWith("resources-finalizer.argocd"));
    return new Loss(
        Installed.name(application), Installed.name(set), DELETING.contains(policy), cascades);
  }

  private static String name(Map<String, String> labels) {
    return labels.getOrDefault("clusterName", "");
  }
}
