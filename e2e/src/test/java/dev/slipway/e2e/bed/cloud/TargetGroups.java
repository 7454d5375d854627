package dev.slipway.e2e.bed.cloud;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Target groups, which outlive a balancer that somebody else deletes. */
public final class TargetGroups implements AutoCloseable {
  private final ElasticLoadBalancingV2Client client;

  TargetGroups(ElasticLoadBalancingV2Client client) {
    this.client = client;
  }

  public List<String> names() {
    return client.describeTargetGroups().targetGroups().stream()
        .map(TargetGroup::targetGroupName)
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }

  /** The ARN of the stack's target group. */
  String provide(Stack stack, String vpc) {
    return find(stack).orElseGet(() -> create(stack, vpc)).targetGroupArn();
  }

  void remove(Stack stack) {
    find(stack)
        .ifPresent(
            group -> client.deleteTargetGroup(it -> it.targetGroupArn(group.targetGroupArn())));
  }

  private Optional<TargetGroup> find(Stack stack) {
    return client.describeTargetGroups().targetGroups().stream()
        .filter(group -> group.targetGroupName().equals(nameOf(stack)))
        .findFirst();
  }

  private TargetGroup create(Stack stack, String vpc) {
    return client
        .createTargetGroup(
            it ->
                it.name(nameOf(stack))
                    .protocol(stack.protocol())
                    .port(443)
                    .vpcId(vpc)
                    .targetType(TargetTypeEnum.IP)
                    .tags(Balancers.tagsOf(stack)))
        .targetGroups()
        .get(0);
  }

  private static String nameOf(Stack stack) {
    return stack.shortName() + "-tg";
  }
}
