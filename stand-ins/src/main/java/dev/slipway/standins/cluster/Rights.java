package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every caller may do everything but what is denied to all. */
final class Rights {
  private final List<Denial> denied = new CopyOnWriteArrayList<>();

  private record Denial(String verb, String group, String plural) {
    boolean covers(String otherVerb, String otherGroup, String otherPlural) {
      return verb.equals(otherVerb) && group.equals(otherGroup) && plural.equals(otherPlural);
    }

    /** A question for everything has no answer better than its worst part's. */
    boolean touches(JsonNode attributes) {
      return isAsked(verb, attributes.path("verb"))
          && isAsked(group, attributes.path("group"))
          && isAsked(plural, attributes.path("resource"));
    }

    private static boolean isAsked(String mine, JsonNode asked) {
      return asked.asText().equals("*") || asked.asText().equals(mine);
    }
  }

  void deny(String verb, String group, String plural) {
    denied.add(new Denial(verb, group, plural));
  }

  boolean allow(JsonNode attributes) {
    return denied.stream().noneMatch(denial -> denial.touches(attributes));
  }

  void require(String method, ApiPath path) {
    String verb = verb(method, path);
    if (denied.stream().noneMatch(it -> it.covers(verb, path.group(), path.plural()))) {
      return;
    }
    throw new ApiRefusal(
        403,
        "Forbidden",
        "%s%s \"%s\" is forbidden: User \"stand-in\" cannot %s resource \"%s\" in API group \"%s\""
            .formatted(
                path.plural(),
                path.group().isEmpty() ? "" : "." + path.group(),
                path.name(),
                verb,
                path.plural(),
                path.group()));
  }

  private static String verb(String method, ApiPath path) {
    return switch (method) {
      case "GET" -> path.name().isEmpty() ? "list" : "get";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      default -> "delete";
    };
  }
}
