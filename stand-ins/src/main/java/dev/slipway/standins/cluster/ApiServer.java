package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.BiFunction;

/** Decides what a request means, and does it on the store. */
final class ApiServer {
  private static final String REVIEWS = "selfsubjectaccessreviews";

  private final ObjectStore store = new ObjectStore();
  private final Deletion deletion = new Deletion(store);
  private final KnownTypes types = new KnownTypes(store);
  private final Discovery discovery = new Discovery(types);
  private final Rights rights = new Rights();

  void deny(String verb, String group, String plural) {
    rights.deny(verb, group, plural);
  }

  synchronized ObjectNode answer(ApiRequest request) {
    Optional<ObjectNode> document = discovery.answer(request.path());
    if (document.isPresent()) {
      return document.get();
    }
    ApiPath path = ApiPath.parse(request.path()).orElseThrow(ApiRefusal::noSuchPath);
    ResourceType type =
        types
            .atPath(path.group(), path.version(), path.plural())
            .orElseThrow(ApiRefusal::noSuchPath);
    rights.require(request.method(), path);
    if (path.name().isEmpty()) {
      return onCollection(request, path, type);
    }
    ObjectKey key = type.key(path.namespace(), path.name());
    boolean toStatus = path.subresource().equals("status");
    return switch (request.method()) {
      case "GET" -> store.find(key).orElseThrow(() -> ApiRefusal.notFound(key));
      case "PUT" -> write(key, merged(key, type, request.object(), toStatus));
      case "PATCH" -> patch(request, key, type, toStatus);
      case "DELETE" -> deletion.delete(key, deleteOptions(request));
      default -> throw notAllowed(request);
    };
  }

  /** For the small controllers beside this server, which need no protocol. */
  synchronized <T> T inside(BiFunction<ObjectStore, KnownTypes, T> work) {
    return work.apply(store, types);
  }

  private ObjectNode onCollection(ApiRequest request, ApiPath path, ResourceType type) {
    return switch (request.method()) {
      case "GET" -> list(request, path, type);
      case "POST" -> create(request, path, type);
      default -> throw notAllowed(request);
    };
  }

  private ObjectNode list(ApiRequest request, ApiPath path, ResourceType type) {
    Selectors selectors = Selectors.of(request);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("kind", type.kind() + "List").put("apiVersion", type.apiVersion());
    list.putObject("metadata").put("resourceVersion", store.resourceVersion());
    list.putArray("items");
    store.list(type.group(), type.plural(), path.namespace()).stream()
        .filter(selectors::match)
        .forEach(list.withArray("items")::add);
    return list;
  }

  private ObjectNode create(ApiRequest request, ApiPath path, ResourceType type) {
    ObjectNode object = request.object();
    if (type.plural().equals(REVIEWS)) {
      object
          .putObject("status")
          .put("allowed", rights.allow(object.at("/spec/resourceAttributes")));
      return object;
    }
    return store.create(type.key(path.namespace(), name(object)), fresh(object, type));
  }

  private ObjectNode patch(ApiRequest request, ObjectKey key, ResourceType type, boolean toStatus) {
    if (request.contentType().equals("application/apply-patch+yaml")) {
      return apply(request, key, type, toStatus);
    }
    ObjectNode live = store.find(key).orElseThrow(() -> ApiRefusal.notFound(key));
    ObjectNode patched =
        switch (request.contentType()) {
          case "application/json-patch+json" -> JsonPatch.apply(live, request.content());
          case "application/merge-patch+json", "application/strategic-merge-patch+json" ->
              JsonPatch.merge(live, request.content());
          default ->
              throw new ApiRefusal(
                  415, "UnsupportedMediaType", "unsupported: " + request.contentType());
        };
    return write(key, merged(key, type, patched, toStatus));
  }

  private ObjectNode apply(ApiRequest request, ObjectKey key, ResourceType type, boolean toStatus) {
    String manager = request.parameter("fieldManager");
    if (manager.isEmpty()) {
      throw ApiRefusal.badRequest("fieldManager is required for apply patch");
    }
    ServerSideApply apply = new ServerSideApply(manager, request.parameter("force").equals("true"));
    Optional<ObjectNode> live = store.find(key);
    if (live.isPresent()) {
      ObjectNode applied = apply.apply(key, live.get(), request.object());
      return write(key, merged(key, type, applied, toStatus));
    }
    if (toStatus) {
      throw ApiRefusal.notFound(key);
    }
    ObjectNode blank = JsonNodeFactory.instance.objectNode();
    return store.create(key, fresh(apply.apply(key, blank, request.object()), type));
  }

  private ObjectNode write(ObjectKey key, ObjectNode object) {
    ObjectNode written = store.replace(key, object);
    deletion.finish(key);
    return written;
  }

  /** Status goes through its own path only, where the kind has one. */
  private ObjectNode merged(ObjectKey key, ResourceType type, ObjectNode object, boolean toStatus) {
    if (!type.statusSubresource()) {
      return typed(object, type);
    }
    ObjectNode live = store.find(key).orElseThrow(() -> ApiRefusal.notFound(key));
    ObjectNode result = (toStatus ? live : object).deepCopy();
    JsonNode status = (toStatus ? object : live).path("status");
    result.remove("status");
    if (!status.isMissingNode()) {
      result.set("status", status);
    }
    return typed(result, type);
  }

  private static ObjectNode fresh(ObjectNode object, ResourceType type) {
    if (type.statusSubresource()) {
      object.remove("status");
    }
    return typed(object, type);
  }

  private static ObjectNode typed(ObjectNode object, ResourceType type) {
    return object.put("apiVersion", type.apiVersion()).put("kind", type.kind());
  }

  private static ObjectNode deleteOptions(ApiRequest request) {
    ObjectNode options = request.object();
    if (!request.parameter("propagationPolicy").isEmpty()) {
      options.put("propagationPolicy", request.parameter("propagationPolicy"));
    }
    return options;
  }

  private static String name(ObjectNode object) {
    String name = object.path("metadata").path("name").asText();
    if (name.isEmpty()) {
      throw new ApiRefusal(422, "Invalid", "metadata.name: Required value: name is required");
    }
    return name;
  }

  private static ApiRefusal notAllowed(ApiRequest request) {
    return new ApiRefusal(
        405, "MethodNotAllowed", "the stand-in has no " + request.method() + " here");
  }
}
