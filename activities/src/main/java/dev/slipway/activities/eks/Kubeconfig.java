package dev.slipway.activities.eks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A kubeconfig with one cluster and one token, as JSON, which is YAML too. */
final class Kubeconfig {
  private Kubeconfig() {}

  static String of(String name, EksCluster cluster, String token) {
    ObjectNode kubeconfig = JsonNodeFactory.instance.objectNode();
    kubeconfig.put("apiVersion", "v1").put("kind", "Config").put("current-context", name);
    entry(kubeconfig, "clusters", name)
        .putObject("cluster")
        .put("server", cluster.endpoint())
        .put("certificate-authority-data", cluster.certificateAuthority());
    entry(kubeconfig, "users", name).putObject("user").put("token", token);
    entry(kubeconfig, "contexts", name).putObject("context").put("cluster", name).put("user", name);
    return kubeconfig.toString();
  }

  private static ObjectNode entry(ObjectNode kubeconfig, String list, String name) {
    return kubeconfig.putArray(list).addObject().put("name", name);
  }
}
