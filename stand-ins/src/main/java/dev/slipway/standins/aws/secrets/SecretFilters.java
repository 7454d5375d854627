package dev.slipway.standins.aws.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.aws.protocol.AwsRefusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The filters of ListSecrets: every filter has to match, each by one of its values' prefixes. */
record SecretFilters(JsonNode filters) {

  boolean match(String name, Map<String, String> tags) {
    for (JsonNode filter : filters) {
      if (!matches(filter.path("Values"), subject(filter.path("Key").asText(), name, tags))) {
        return false;
      }
    }
    return true;
  }

  private static Collection<String> subject(String key, String name, Map<String, String> tags) {
    return switch (key) {
      case "name" -> List.of(name);
      case "tag-key" -> tags.keySet();
      case "tag-value" -> tags.values();
      default ->
          throw new AwsRefusal(
              400, "InvalidParameterException", "The stand-in has no filter " + key);
    };
  }

  private static boolean matches(JsonNode values, Collection<String> subjects) {
    for (JsonNode value : values) {
      if (subjects.stream().anyMatch(subject -> subject.startsWith(value.asText()))) {
        return true;
      }
    }
    return false;
  }
}
