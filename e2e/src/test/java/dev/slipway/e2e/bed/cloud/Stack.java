package dev.slipway.e2e.bed.cloud;

import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/**
 * What a load balancer controller makes for one Service or Ingress.
 *
 * @param name of the balancer, at most 32 characters, unique in account and region
 * @param type {@code network} or {@code application}
 * @param cluster whose security groups they are, by a tag of their own
 * @param tags by which the controller finds again what it has made
 */
public record Stack(String name, String type, String cluster, Map<String, String> tags) {
  public Stack {
    tags = Map.copyOf(tags);
  }

  ProtocolEnum protocol() {
    return type.equals("application") ? ProtocolEnum.HTTP : ProtocolEnum.TCP;
  }

  String shortName() {
    return name.substring(0, Math.min(name.length(), 28));
  }
}
