package dev.slipway.standins.cluster.objects;

/** Where an object is stored; the namespace is empty for cluster-wide kinds. */
public record ObjectKey(String group, String plural, String namespace, String name) {
  boolean isNamespace() {
    return group.isEmpty() && plural.equals("namespaces");
  }

  @Override
  public String toString() {
    return plural + (group.isEmpty() ? "" : "." + group) + " \"" + name + "\"";
  }
}
