package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import dev.slipway.standins.cluster.objects.KnownTypes;
import dev.slipway.standins.cluster.objects.ResourceType;
import java.util.List;
import java.util.Optional;

/** The documents by which clients learn what there is. */
final class Discovery {
  private static final List<String> VERBS =
      List.of("create", "delete", "get", "list", "patch", "update");

  private final KnownTypes types;

  Discovery(KnownTypes types) {
    this.types = types;
  }

  Optional<ObjectNode> answer(String path) {
    String[] parts = path.substring(1).split("/", -1);
    return switch (parts[0]) {
      case "version" -> Optional.of(version());
      case "readyz", "livez", "healthz" -> Optional.of(document("Status", "v1"));
      case "api" -> parts.length == 2 ? Optional.of(resources(parts[1])) : core(parts);
      case "apis" ->
          parts.length == 3 ? Optional.of(resources(parts[1] + "/" + parts[2])) : groups(parts);
      default -> Optional.empty();
    };
  }

  private static ObjectNode version() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("major", "1")
        .put("minor", "35")
        .put("gitVersion", "v1.35.4-stand-in");
  }

  private static Optional<ObjectNode> core(String[] parts) {
    if (parts.length > 1) {
      return Optional.empty();
    }
    ObjectNode document = document("APIVersions", "v1");
    document.putArray("versions").add("v1");
    return Optional.of(document);
  }

  private Optional<ObjectNode> groups(String[] parts) {
    if (parts.length > 2) {
      return Optional.empty();
    }
    List<ObjectNode> groups =
        types.all().stream()
            .map(ResourceType::group)
            .distinct()
            .filter(group -> parts.length == 1 ? !group.isEmpty() : group.equals(parts[1]))
            .map(this::group)
            .toList();
    if (parts.length == 1) {
      ObjectNode document = document("APIGroupList", "v1");
      groups.forEach(document.putArray("groups")::add);
      return Optional.of(document);
    }
    return groups.stream().findFirst().map(group -> document("APIGroup", "v1").setAll(group));
  }

  private ObjectNode group(String name) {
    ObjectNode group = JsonNodeFactory.instance.objectNode().put("name", name);
    types.all().stream()
        .filter(type -> type.group().equals(name))
        .map(ResourceType::version)
        .distinct()
        .forEach(
            version ->
                group
                    .withArray("versions")
                    .addObject()
                    .put("groupVersion", name + "/" + version)
                    .put("version", version));
    group.set("preferredVersion", group.path("versions").get(0));
    return group;
  }

  private ObjectNode resources(String apiVersion) {
    List<ResourceType> found =
        types.all().stream().filter(type -> type.apiVersion().equals(apiVersion)).toList();
    if (found.isEmpty()) {
      throw ApiRefusal.noSuchPath();
    }
    ObjectNode document = document("APIResourceList", "v1").put("groupVersion", apiVersion);
    document.putArray("resources");
    found.forEach(type -> addResource(document, type));
    return document;
  }

  private static void addResource(ObjectNode document, ResourceType type) {
    ObjectNode resource =
        document
            .withArray("resources")
            .addObject()
            .put("name", type.plural())
            .put("singularName", "")
            .put("namespaced", type.namespaced())
            .put("kind", type.kind());
    VERBS.forEach(resource.putArray("verbs")::add);
  }

  private static ObjectNode document(String kind, String apiVersion) {
    return JsonNodeFactory.instance.objectNode().put("kind", kind).put("apiVersion", apiVersion);
  }
}
