package dev.slipway.activities.helm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of Helm.
 *
 * @param chart folder or archive on this machine
 * @param values laid over each other in this order
 * @param description text that the release keeps; empty for Helm's own
 * @param kubeconfig contents; empty for a call that needs no cluster
 * @param kubernetes version that is rendered for, such as {@code v1.35.4}; empty for Helm's own
 */
public record HelmRequest(
    Operation operation,
    Path chart,
    String release,
    String namespace,
    List<ObjectNode> values,
    String description,
    String kubeconfig,
    String kubernetes) {

  /** What Helm can be asked for. */
  public enum Operation {
    INSTALL,
    UPGRADE,
    TEMPLATE
  }

  public HelmRequest {
    requireNonNull(operation, "operation");
    requireNonNull(chart, "chart");
    requireNonNull(release, "release");
    requireNonNull(namespace, "namespace");
    values = List.copyOf(values);
    requireNonNull(description, "description");
    requireNonNull(kubeconfig, "kubeconfig");
    requireNonNull(kubernetes, "kubernetes");
  }

  /** Renders without a cluster, CRDs included. */
  public static HelmRequest template(
      Path chart, String release, String namespace, List<ObjectNode> values) {
    return new HelmRequest(Operation.TEMPLATE, chart, release, namespace, values, "", "", "");
  }

  /** The same for a Kubernetes of this version. */
  public HelmRequest on(String version) {
    return new HelmRequest(
        operation, chart, release, namespace, values, description, kubeconfig, version);
  }

  /** Leaves out what may be secret. */
  @Override
  public String toString() {
    return "%s %s in %s".formatted(operation, release, namespace);
  }
}
