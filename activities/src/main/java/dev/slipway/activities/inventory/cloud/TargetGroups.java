package dev.slipway.activities.inventory.cloud;

import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The target groups that the load balancer controller has made; they outlive their balancers. */
final class TargetGroups implements CloudKind {
  private final Function<Target, ElasticLoadBalancingV2Client> clients;

  TargetGroups(Function<Target, ElasticLoadBalancingV2Client> clients) {
    this.clients = clients;
  }

  @Override
  public String kind() {
    return "target group";
  }

  @Override
  public List<Holding> of(Target target, CloudQuestion question) {
    ElasticLoadBalancingV2Client client = clients.apply(target);
    return AwsFailures.naming(
        "target groups in " + target.cluster().region(),
        () -> {
          List<TargetGroup> all =
              client.describeTargetGroupsPaginator().targetGroups().stream().toList();
          Map<String, OwnerTags> tags =
              BalancerTags.of(client, all.stream().map(TargetGroup::targetGroupArn).toList());
          return all.stream()
              .filter(one -> tags.get(one.targetGroupArn()).isOf(target.cluster().name()))
              .map(one -> holding(one, tags.get(one.targetGroupArn()), target))
              .toList();
        });
  }

  private Holding holding(TargetGroup group, OwnerTags tags, Target target) {
    return tags.holding(
        Subject.aws(kind(), target.cluster().region(), group.targetGroupName()),
        group.targetGroupArn(),
        List.of());
  }
}
