package dev.slipway.activities.packages.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The names that a rendered platform takes outside of its cluster, and all its texts. */
record ClusterNames(
    Set<String> loadBalancers,
    Set<String> recordOwners,
    Set<String> secrets,
    Set<String> hosts,
    Set<String> texts) {

  static ClusterNames of(JsonNode platform) {
    return new ClusterNames(
        below("service.beta.kubernetes.io/aws-load-balancer-name", platform),
        below("txtOwnerId", platform),
        awsSecrets(platform),
        hosts(platform),
        texts(platform).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> hosts(JsonNode platform) {
    return Stream.of("host", "hosts", "dnsNames", "domainFilters")
        .flatMap(key -> below(key, platform).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> awsSecrets(JsonNode platform) {
    return platform.findValues("spec").stream()
        .filter(spec -> spec.at("/secretStoreRef/name").asText().equals("aws-secretsmanager"))
        .flatMap(spec -> spec.findValues("remoteRef").stream())
        .map(reference -> reference.path("key").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> below(String key, JsonNode platform) {
    return platform.findValues(key).stream()
        .flatMap(ClusterNames::texts)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isContainerNode()
        ? StreamSupport.stream(node.spliterator(), false).flatMap(ClusterNames::texts)
        : Stream.of(node.asText());
  }
}
