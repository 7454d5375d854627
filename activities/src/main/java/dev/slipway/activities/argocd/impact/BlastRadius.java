package dev.slipway.activities.argocd.impact;

import dev.slipway.activities.argocd.expected.Generators;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    for (KubernetesObject set : installed.applicationSets()) {
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
  private boolean letsGo(KubernetesObject set) {
    boolean renamed = !name(installed.labels()).equals(name(forecast));
    return Generators.select(set.content(), installed.labels())
        && (renamed || !Generators.select(set.content(), forecast));
  }

  private static Loss loss(KubernetesObject set, KubernetesObject application) {
    String policy = set.spec().at("/syncPolicy/applicationsSync").asText();
    boolean cascades =
        application.finalizers().stream()
            .anyMatch(finalizer -> finalizer.startsWith("resources-finalizer.argocd"));
    return new Loss(application.name(), set.name(), DELETING.contains(policy), cascades);
  }

  private static String name(Map<String, String> labels) {
    return labels.getOrDefault("clusterName", "");
  }
}
