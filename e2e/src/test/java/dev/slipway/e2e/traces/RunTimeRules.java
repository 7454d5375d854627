package dev.slipway.e2e.traces;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What comes into being beside an installation, at run time, and no manifest names: by name. */
final class RunTimeRules {
  private static final Map<String, Predicate<ListedObject>> RULES =
      Map.of(
          "Slipway's own memory",
          listed -> name(listed).matches("slipway(-installation.*)?"),
          "Helm's records of its releases",
          listed -> "helm".equals(labels(listed).get("owner")),
          "who leads among controllers, what they report, and where a Service's pods are",
          listed -> Set.of("Lease", "Event", "Endpoints").contains(listed.kind()),
          "what the API server makes of a CRD and of a Service's address",
          listed ->
              labels(listed).containsKey("kube-aggregator.kubernetes.io/automanaged")
                  || listed.kind().equals("IPAddress"),
          "what Kubernetes puts into every namespace, and its own controllers' accounts",
          listed ->
              name(listed).equals("kube-root-ca.crt")
                  || (listed.kind().equals("ServiceAccount")
                      && (name(listed).equals("default")
                          || listed.place().startsWith("kube-system/"))),
          "the claims that a StatefulSet makes from its templates",
          listed ->
              listed.kind().equals("PersistentVolumeClaim") && name(listed).matches(".*-\\d+"),
          "what a Job of Keycloak's leaves",
          listed -> listed.place().equals("keycloak/keycloak-clients"),
          "the CRDs that Crossplane makes when it starts",
          listed ->
              listed.kind().equals("CustomResourceDefinition")
                  && name(listed).endsWith(".crossplane.io"),
          "the volume behind a claim",
          listed -> listed.object().get("spec", "claimRef") != null);

  private RunTimeRules() {}

  static boolean hold(ListedObject listed) {
    return RULES.values().stream().anyMatch(rule -> rule.test(listed));
  }

  private static String name(ListedObject listed) {
    return listed.object().getMetadata().getName();
  }

  private static Map<String, String> labels(ListedObject listed) {
    GenericKubernetesResource object = listed.object();
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }
}
