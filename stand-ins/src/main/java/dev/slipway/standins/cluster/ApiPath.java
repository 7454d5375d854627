package dev.slipway.standins.cluster;

import java.util.List;
import java.util.Optional;

/** Parts of a path below {@code /api/v1} or {@code /apis/<group>/<version>}; empty where absent. */
record ApiPath(
    String group,
    String version,
    String namespace,
    String plural,
    String name,
    String subresource) {
  private static final List<String> OF_NAMESPACES = List.of("status", "finalize");

  static Optional<ApiPath> parse(String path) {
    List<String> parts = List.of(path.substring(1).split("/", -1));
    if (parts.get(0).equals("api") && parts.size() > 2) {
      return Optional.of(below("", parts.get(1), parts.subList(2, parts.size())));
    }
    if (parts.get(0).equals("apis") && parts.size() > 3) {
      return Optional.of(below(parts.get(1), parts.get(2), parts.subList(3, parts.size())));
    }
    return Optional.empty();
  }

  private static ApiPath below(String group, String version, List<String> parts) {
    boolean inNamespace =
        parts.size() > 2
            && parts.get(0).equals("namespaces")
            && !OF_NAMESPACES.contains(parts.get(2));
    String namespace = inNamespace ? parts.get(1) : "";
    List<String> rest = inNamespace ? parts.subList(2, parts.size()) : parts;
    return new ApiPath(group, version, namespace, part(rest, 0), part(rest, 1), part(rest, 2));
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }
}
