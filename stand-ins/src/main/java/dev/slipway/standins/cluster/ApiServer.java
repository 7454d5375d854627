package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.objects.ApiRefusal;
import dev.slipway.standins.cluster.objects.KnownTypes;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.cluster.objects.ObjectStore;
import dev.slipway.standins.cluster.objects.ResourceType;
import dev.slipway.standins.cluster.objects.ServerSideApply;
import dev.slipway.standins.cluster.objects.Writes;
import java.util.Optional;

/** Decides what a request means, and does it on the store. */
final class ApiServer {
  private static final String REVIEWS = "selfsubjectaccessreviews";

  /** What a controller does in one go, with nobody else at the objects. */
  interface Work<T> {
    T on(ObjectStore store, KnownTypes types, Writes writes);
  }

  private final ObjectStore store;
  private final Writes writes;
  private final KnownTypes types;
  private final Discovery discovery;
  private final Rights rights;

  ApiServer() {
    this(new ObjectStore(), new Rights());
  }

  private ApiServer(ObjectStore store, Rights rights) {
    this.store = store;
    this.rights = rights;
    writes = new Writes(store);
    types = new KnownTypes(store);
    discovery = new Discovery(types);
  }

  void deny(String verb, String group, String plural) {
    rights.deny(verb, group, plural);
  }

  /** A dry run happens to a copy that nobody sees. */
  synchronized ObjectNode answer(ApiRequest request) {
    ApiServer server =
        request.parameter("dryRun").equals("All") ? new ApiServer(store.copy(), rights) : this;
    return server.done(request);
  }

  private ObjectNode done(ApiRequest request) {
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
      case "PUT" -> writes.replace(key, type, request.object(), toStatus);
      case "PATCH" -> patch(request, key, type, toStatus);
      case "DELETE" -> writes.delete(key, deleteOptions(request));
      default -> throw notAllowed(request);
    };
  }

  /** For the small controllers beside this server, which need no protocol. */
  synchronized <T> T inside(Work<T> work) {
    return work.on(store, types, writes);
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
    return writes.create(type.key(path.namespace(), name(object)), type, object);
  }

  private ObjectNode patch(ApiRequest request, ObjectKey key, ResourceType type, boolean toStatus) {
    if (!request.contentType().equals("application/apply-patch+yaml")) {
      return writes.patch(key, type, request.contentType(), request.content(), toStatus);
    }
    String manager = request.parameter("fieldManager");
    if (manager.isEmpty()) {
      throw ApiRefusal.badRequest("fieldManager is required for apply patch");
    }
    ServerSideApply apply = new ServerSideApply(manager, request.parameter("force").equals("true"));
    return writes.apply(key, type, apply, request.object(), toStatus);
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
