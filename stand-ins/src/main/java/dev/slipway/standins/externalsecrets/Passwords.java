package dev.slipway.standins.externalsecrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.ObjectMeta;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Secrets that come from a generator instead of a store: passwords only. */
record Passwords(ClusterObjects cluster) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  Map<String, String> make(JsonNode externalSecret) {
    Map<String, String> values = new TreeMap<>();
    for (JsonNode source : externalSecret.at("/spec/dataFrom")) {
      JsonNode reference = source.at("/sourceRef/generatorRef");
      ObjectKey key =
          new ObjectKey(
              "generators.external-secrets.io",
              "passwords",
              ObjectMeta.of(externalSecret).namespace(),
              reference.path("name").asText());
      ObjectNode generator =
          cluster.find(key).orElseThrow(() -> new NotProvided(key + " not found"));
      String name = source.at("/rewrite/0/transform/template").asText("password");
      values.put(name, password(generator.at("/spec/length").asInt()));
    }
    return values;
  }

  private static String password(int length) {
    return RANDOM
        .ints(length, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
