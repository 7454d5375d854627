package dev.slipway.standins.argocd.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import java.util.Optional;

/** The clusters that Argo CD knows: the one that it runs in, and those that a Secret names. */
public final class Destinations {
  private static final String ITSELF = "https://kubernetes.default.svc";

  private final ClusterObjects cluster;

  public Destinations(ClusterObjects cluster) {
    this.cluster = cluster;
  }

  /** Why an Application's destination leads nowhere; empty where it is known. */
  public Optional<String> problem(JsonNode destination) {
    String server = destination.path("server").asText();
    String name = destination.path("name").asText();
    if (server.equals(ITSELF) || name.equals("in-cluster")) {
      return Optional.empty();
    }
    for (ObjectNode secret : cluster.list("", "secrets")) {
      if (RegisteredCluster.isOne(secret) && new RegisteredCluster(secret).is(name, server)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        name.isEmpty()
            ? "cluster '%s' has not been configured".formatted(server)
            : "unable to find destination server: there are no clusters with this name: " + name);
  }
}
