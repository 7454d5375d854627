package dev.slipway.standins.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers without what only readers of whole objects need. */
final class PartialMetadata {
  private PartialMetadata() {}

  /** The answer in the form that the request accepts; null accepts all. */
  static ObjectNode ifAccepted(String accept, ObjectNode answer) {
    if (accept == null) {
      return answer;
    }
    if (accept.contains("as=PartialObjectMetadata;")) {
      return of(answer, "PartialObjectMetadata");
    }
    return accept.contains("as=PartialObjectMetadataList;") ? ofList(answer) : answer;
  }

  private static ObjectNode ofList(ObjectNode list) {
    ObjectNode partial = of(list, "PartialObjectMetadataList");
    if (list.path("items").isEmpty()) {
      return partial.putNull("items");
    }
    ArrayNode items = partial.putArray("items");
    list.path("items").forEach(item -> items.add(of(item, "PartialObjectMetadata")));
    return partial;
  }

  private static ObjectNode of(JsonNode whole, String kind) {
    ObjectNode partial = JsonNodeFactory.instance.objectNode();
    partial.put("apiVersion", "meta.k8s.io/v1").put("kind", kind);
    return partial.set("metadata", whole.path("metadata"));
  }
}
