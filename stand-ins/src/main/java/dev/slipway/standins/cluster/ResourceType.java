package dev.slipway.standins.cluster;

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

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  ObjectKey key(String namespace, String name) {
    return new ObjectKey(group, plural, namespaced ? namespace : "", name);
  }
}
