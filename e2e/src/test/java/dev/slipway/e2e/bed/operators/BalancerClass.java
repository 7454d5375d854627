package dev.slipway.e2e.bed.operators;

import dev.slipway.e2e.bed.cloud.Stack;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How a load balancer controller knows its objects, and marks what it makes for them. */
enum BalancerClass {
  SERVICES("service.k8s.aws/nlb", "service.k8s.aws", "elbv2.k8s.aws/cluster", "network"),
  INGRESSES("alb", "ingress.k8s.aws", "elbv2.k8s.aws/cluster", "application"),
  AUTO_MODE(
      "eks.amazonaws.com/nlb", "service.eks.amazonaws.com", "eks:eks-cluster-name", "network");

  private static final String CONTROLLER = "aws-load-balancer-controller";
  private static final String NAME = "service.beta.kubernetes.io/aws-load-balancer-name";
  private final String title;
  private final String prefix;
  private final String clusterTag;
  private final String type;

  BalancerClass(String title, String prefix, String clusterTag, String type) {
    this.title = title;
    this.prefix = prefix;
    this.clusterTag = clusterTag;
    this.type = type;
  }

  boolean is(String name) {
    return title.equals(name);
  }

  /** Auto Mode's controller is no pod of the cluster, and lives as long as it does. */
  boolean isServed(Set<String> live) {
    return this == AUTO_MODE || live.contains(CONTROLLER);
  }

  String finalizer() {
    return prefix + "/resources";
  }

  Stack stackOf(String cluster, HasMetadata object) {
    ObjectMeta metadata = object.getMetadata();
    return new Stack(
        nameOf(cluster, metadata),
        type,
        cluster,
        Map.of(
            clusterTag,
            cluster,
            prefix + "/stack",
            metadata.getNamespace() + "/" + metadata.getName()));
  }

  private static String nameOf(String cluster, ObjectMeta metadata) {
    String name = metadata.getNamespace() + "-" + metadata.getName();
    String hash =
        UUID.nameUUIDFromBytes((cluster + "/" + name).getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "");
    String made = "k8s-" + name.substring(0, Math.min(17, name.length())) + "-" + hash;
    return metadata.getAnnotations() != null && metadata.getAnnotations().containsKey(NAME)
        ? metadata.getAnnotations().get(NAME)
        : made.substring(0, Math.min(31, made.length()));
  }
}
