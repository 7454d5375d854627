package dev.slipway.activities.argocd.impact;

import static java.util.stream.Collectors.joining;

import dev.slipway.activities.argocd.expected.Generators;
import dev.slipway.activities.argocd.impact.SecretChange.Difference;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which Applications are lost: pure.
 *
 * @param expected names of the Applications that Argo CD will make of the packages
 */
record BlastRadius(Installed installed, SecretChange change, Set<String> expected) {
  private static final Set<String> DELETING = Set.of("", "sync", "create-delete");

  /**
   * An Application that its ApplicationSet lets go of.
   *
   * @param deleted false where the ApplicationSet may not delete, so that nobody looks after it
   * @param withResources whether what it manages is deleted too
   */
  record Loss(String application, String applicationSet, boolean deleted, boolean withResources) {}

  List<Loss> losses() {
    List<Loss> losses = new ArrayList<>();
    for (KubernetesObject set : installed.applicationSets()) {
      for (KubernetesObject application : installed.applicationsOf(set)) {
        if (isOfThisCluster(application) && letsGo(set, application)) {
          losses.add(loss(set, application));
        }
      }
    }
    return losses;
  }

  /** Why they are lost. */
  String cause() {
    if (change.before().isEmpty()) {
      return "the cluster secret is not there, and the one to be made does not select it";
    }
    String differences =
        change.differences().stream().map(Difference::toString).collect(joining(", "));
    return differences.isEmpty()
        ? "the packages no longer bring it"
        : "the cluster secret changes " + differences;
  }

  /** Without a cluster secret nobody can tell, so that all of them count. */
  private boolean isOfThisCluster(KubernetesObject application) {
    String destination = application.spec().at("/destination/name").asText();
    return change.before().isEmpty() || destination.isEmpty() || change.names(destination);
  }

  /** What the packages will bring says it of their own; the labels say it of anybody else's. */
  private boolean letsGo(KubernetesObject set, KubernetesObject application) {
    if (installed.isOfPackages(set)) {
      return !expected.contains(application.name());
    }
    boolean selected =
        change
            .before()
            .map(secret -> Generators.selectCluster(set.content(), secret.labels()))
            .orElse(Generators.readClusters(set.content()));
    boolean stays = Generators.selectCluster(set.content(), change.after().labels());
    return selected && (change.isRenaming() || !stays);
  }

  private static Loss loss(KubernetesObject set, KubernetesObject application) {
    String policy = set.spec().at("/syncPolicy/applicationsSync").asText();
    boolean cascades =
        application.finalizers().stream()
            .anyMatch(finalizer -> finalizer.startsWith("resources-finalizer.argocd"));
    return new Loss(application.name(), set.name(), DELETING.contains(policy), cascades);
  }
}
