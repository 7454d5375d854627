package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A kind as discovery shows it.
 *
 * @param statusSubresource whether status is written at a path of its own only
 */
public record ResourceType(
    String group,
    String version,
    String plural,
    String kind,
    boolean namespaced,
    boolean statusSubresource) {

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  ObjectNode typed(ObjectNode object) {
    return object.put("apiVersion", apiVersion()).put("kind", kind);
  }

  public ObjectKey key(String namespace, String name) {
    return new ObjectKey(group, plural, namespaced ? namespace : "", name);
  }
}
