package dev.slipway.activities.argocd.impact;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.argocd.expected.Generators;
import dev.slipway.activities.helm.rendering.ValueTemplates;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.packages.TemplateReferences;
import dev.slipway.workflows.packages.TemplateReferences.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cluster secrets beside the one of this cluster, as the ApplicationSets will see them: pure.
 *
 * @param own what this cluster's will say
 */
record OtherClusters(ClusterSecret own, List<JsonNode> applicationSets) {
  private static final String NAME = "clusterName";

  /** One that makes every ApplicationSet fail blocks; one that just gets the addons, too, warns. */
  void examine(List<KubernetesObject> secrets, Findings findings) {
    secrets.forEach(secret -> examine(secret, findings));
  }

  private void examine(KubernetesObject secret, Findings findings) {
    List<JsonNode> selecting =
        applicationSets.stream()
            .filter(set -> Generators.selectCluster(set, secret.labels()))
            .toList();
    if (selecting.isEmpty()) {
      return;
    }
    String subject = "Secret " + ArgoCd.NAMESPACE + "/" + secret.name();
    String selected =
        "Argo CD takes it for a cluster that ApplicationSets select (" + names(selecting) + ")";
    Set<String> lacking = lacking(secret, selecting);
    if (!lacking.isEmpty()) {
      findings.blocker(
          subject,
          "%s, but it lacks %s, so that they would fail for every cluster; add them, or %s"
              .formatted(selected, String.join(", ", lacking), remedy(secret)));
    } else if (own.labels().get(NAME).equals(secret.labels().get(NAME))) {
      findings.blocker(
          subject,
          "%s under the name of this cluster, so that two would claim the same Applications; %s"
              .formatted(selected, remedy(secret)));
    } else {
      findings.warning(subject, selected + ": the addons are installed there, too");
    }
  }

  private static Set<String> lacking(KubernetesObject secret, List<JsonNode> selecting) {
    Set<String> lacking = new TreeSet<>();
    for (JsonNode set : selecting) {
      for (String template : ValueTemplates.of(set.at("/spec/template"))) {
        TemplateReferences.metadata(template).stream()
            .filter(read -> !has(secret, read))
            .forEach(read -> lacking.add(read.kind() + " " + read.key()));
      }
    }
    return lacking;
  }

  private static boolean has(KubernetesObject secret, Reference read) {
    Map<String, String> present =
        read.kind().equals("labels") ? secret.labels() : secret.annotations();
    return present.containsKey(read.key());
  }

  private static String remedy(KubernetesObject secret) {
    return "hide it from Argo CD: kubectl label secret -n %s %s argocd.argoproj.io/secret-type-"
        .formatted(ArgoCd.NAMESPACE, secret.name());
  }

  private static String names(List<JsonNode> sets) {
    return sets.stream()
        .map(set -> set.at("/metadata/name").asText())
        .sorted()
        .collect(joining(", "));
  }
}
