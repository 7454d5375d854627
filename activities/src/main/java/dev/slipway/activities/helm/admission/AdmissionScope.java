package dev.slipway.activities.helm.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.activities.kubernetes.LabelSelector;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a policy or a webhook decides on: pure. A namespace that is yet to come has only the label
 * of its name; conditions in CEL count as met.
 *
 * @param rules absent for all that the policy covers
 */
record AdmissionScope(JsonNode rules, JsonNode excluded, JsonNode namespaces, JsonNode objects) {
  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  static AdmissionScope ofWebhook(JsonNode webhook) {
    return new AdmissionScope(
        webhook.path("rules"),
        webhook.path("excludeResourceRules"),
        webhook.path("namespaceSelector"),
        webhook.path("objectSelector"));
  }

  /** Of a policy or of its binding. */
  static AdmissionScope of(JsonNode match) {
    return new AdmissionScope(
        match.path("resourceRules"),
        match.path("excludeResourceRules"),
        match.path("namespaceSelector"),
        match.path("objectSelector"));
  }

  boolean covers(Arrival arrival) {
    Map<String, String> namespace = Map.of(NAMESPACE_NAME, arrival.object().namespace());
    return (rules.isMissingNode() || elements(rules).anyMatch(rule -> names(rule, arrival)))
        && elements(excluded).noneMatch(rule -> names(rule, arrival))
        && LabelSelector.matches(namespaces, namespace)
        && LabelSelector.matches(objects, arrival.object().labels());
  }

  private static boolean names(JsonNode rule, Arrival arrival) {
    String version = arrival.object().apiVersion().replaceAll(".*/", "");
    return has(rule.path("operations"), "CREATE")
        && has(rule.path("apiGroups"), arrival.object().group())
        && has(rule.path("apiVersions"), version)
        && has(rule.path("resources"), arrival.kind().plural());
  }

  private static boolean has(JsonNode list, String wanted) {
    return elements(list)
        .map(JsonNode::asText)
        .anyMatch(one -> one.equals("*") || one.equals("*/*") || one.equals(wanted));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
