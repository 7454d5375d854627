package dev.slipway.standins.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** Where secrets are read from: AWS, or a namespace of the cluster. */
final class Stores {
  private static final String GROUP = "external-secrets.io";

  private final ClusterObjects cluster;
  private final Function<String, Optional<String>> aws;
  private final Reports reports;

  Stores(ClusterObjects cluster, Function<String, Optional<String>> aws, Reports reports) {
    this.cluster = cluster;
    this.aws = aws;
    this.reports = reports;
  }

  void validate() {
    for (String plural : new String[] {"clustersecretstores", "secretstores"}) {
      for (ObjectNode store : cluster.list(GROUP, plural)) {
        if (!Reports.isReady(store)) {
          reports.ready(key(plural, ObjectMeta.of(store)), "Valid", "store validated");
        }
      }
    }
  }

  /** The store that an ExternalSecret names. */
  ProviderData of(JsonNode externalSecret) {
    JsonNode reference = externalSecret.at("/spec/secretStoreRef");
    String kind = reference.path("kind").asText("SecretStore");
    String name = reference.path("name").asText();
    boolean everywhere = kind.equals("ClusterSecretStore");
    ObjectKey key =
        new ObjectKey(
            GROUP,
            everywhere ? "clustersecretstores" : "secretstores",
            everywhere ? "" : ObjectMeta.of(externalSecret).namespace(),
            name);
    ObjectNode store =
        cluster
            .find(key)
            .orElseThrow(
                () ->
                    new NotProvided(
                        "could not get %s \"%s\", %s".formatted(kind, name, key + " not found")));
    if (!Reports.isReady(store)) {
      throw new NotProvided("%s \"%s\" is not ready".formatted(kind, name));
    }
    JsonNode provider = store.at("/spec/provider");
    return new ProviderData(
        provider.has("kubernetes")
            ? secret -> read(provider.at("/kubernetes/remoteNamespace").asText("default"), secret)
            : aws);
  }

  private Optional<String> read(String namespace, String name) {
    return cluster
        .find(new ObjectKey("", "secrets", namespace, name))
        .map(
            secret -> {
              ObjectNode plain = new ObjectMapper().createObjectNode();
              secret
                  .path("data")
                  .properties()
                  .forEach(entry -> plain.put(entry.getKey(), decode(entry.getValue().asText())));
              return plain.toString();
            });
  }

  private static ObjectKey key(String plural, ObjectMeta meta) {
    return new ObjectKey(GROUP, plural, meta.namespace(), meta.name());
  }

  private static String decode(String data) {
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }
}
