package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

/**
 * Which thing is meant: an object of the cluster, or one of the account.
 *
 * @param group API group of the cluster's kinds, empty for the core group; {@code aws} for what AWS
 *     has
 * @param kind such as {@code Deployment}; of AWS {@code secret}, {@code load balancer}, {@code
 *     target group}, {@code security group}, {@code volume}, {@code record}
 * @param namespace empty where the kind has none; of AWS the region, of a record its hosted zone
 * @param name empty where all of the kind are meant; of AWS the name or ID that people use
 */
public record Subject(String group, String kind, String namespace, String name)
    implements Comparable<Subject> {
  public static final String AWS = "aws";

  private static final String HELM = "helm.sh";
  private static final String RELEASE = "Release";

  public Subject {
    requireNonNull(group, "group");
    requireNonNull(kind, "kind");
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
  }

  public static Subject aws(String kind, String place, String name) {
    return new Subject(AWS, kind, place, name);
  }

  /** A release of Helm's, which is no object: Helm's records of it are. */
  public static Subject release(String namespace, String name) {
    return new Subject(HELM, RELEASE, namespace, name);
  }

  public boolean isRelease() {
    return group.equals(HELM) && kind.equals(RELEASE);
  }

  public boolean isInAws() {
    return group.equals(AWS);
  }

  @Override
  public int compareTo(Subject other) {
    return key().compareTo(other.key());
  }

  /** Such as {@code Application argocd/keycloak-a}, or {@code volume vol-0a1 in eu-west-3}. */
  @Override
  public String toString() {
    if (isInAws()) {
      return (kind + " " + name).strip() + " in " + namespace;
    }
    String placed = namespace.isEmpty() ? name : namespace + "/" + name;
    return (kind + " " + placed).strip();
  }

  private String key() {
    return String.join("\n", group, kind, namespace, name);
  }
}
