package dev.slipway.activities.helm.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.preflight.Findings;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Policies and webhooks that will be asked about objects of a namespace that is not there yet, so
 * that nothing can be tried out.
 */
record Gatekeepers(
    List<KubernetesObject> webhooks,
    List<KubernetesObject> policies,
    List<KubernetesObject> bindings) {
  private static final String GROUP = "admissionregistration.k8s.io/v1";
  private static final Kind VALIDATING =
      Kind.clusterWide(GROUP, "ValidatingWebhookConfiguration", "validatingwebhookconfigurations");
  private static final Kind MUTATING =
      Kind.clusterWide(GROUP, "MutatingWebhookConfiguration", "mutatingwebhookconfigurations");
  private static final Kind POLICY =
      Kind.clusterWide(GROUP, "ValidatingAdmissionPolicy", "validatingadmissionpolicies");
  private static final Kind BINDING =
      Kind.clusterWide(
          GROUP, "ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings");

  /** Those of a cluster; its API server may be too old for policies. */
  static Gatekeepers of(LiveObjects live) {
    return new Gatekeepers(
        Stream.of(VALIDATING, MUTATING).flatMap(kind -> live.list(kind, "").stream()).toList(),
        Answers.ifServed(() -> live.list(POLICY, "")),
        Answers.ifServed(() -> live.list(BINDING, "")));
  }

  /** A warning each that names the objects it will decide on. */
  void report(List<Arrival> arrivals, Findings findings) {
    for (KubernetesObject configuration : webhooks) {
      report(configuration, arrivals, Gatekeepers::isAsked, findings);
    }
    for (KubernetesObject binding : bindings) {
      report(binding, arrivals, this::isDenying, findings);
    }
  }

  private static void report(
      KubernetesObject gatekeeper,
      List<Arrival> arrivals,
      BiPredicate<KubernetesObject, Arrival> decides,
      Findings findings) {
    List<String> kinds =
        arrivals.stream()
            .filter(arrival -> decides.test(gatekeeper, arrival))
            .map(
                arrival ->
                    arrival.object().kind() + " in namespace " + arrival.object().namespace())
            .distinct()
            .sorted()
            .toList();
    if (!kinds.isEmpty()) {
      findings.warning(
          gatekeeper.kind() + " " + gatekeeper.name(),
          "it may refuse %s, and cannot be asked before the namespace is there"
              .formatted(String.join(", ", kinds)));
    }
  }

  private static boolean isAsked(KubernetesObject configuration, Arrival arrival) {
    return elements(configuration.content().path("webhooks"))
        .anyMatch(webhook -> AdmissionScope.ofWebhook(webhook).covers(arrival));
  }

  private boolean isDenying(KubernetesObject binding, Arrival arrival) {
    JsonNode spec = binding.spec();
    boolean denies =
        elements(spec.path("validationActions")).anyMatch(action -> action.asText().equals("Deny"));
    return denies
        && AdmissionScope.of(spec.path("matchResources")).covers(arrival)
        && policies.stream()
            .filter(policy -> policy.name().equals(spec.path("policyName").asText()))
            .anyMatch(
                policy ->
                    AdmissionScope.of(policy.spec().path("matchConstraints")).covers(arrival));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
