package dev.slipway.activities.inventory.cloud;

import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** The balancers that the load balancer controller has made. */
final class LoadBalancers implements CloudKind {
  private final Function<Target, ElasticLoadBalancingV2Client> clients;

  LoadBalancers(Function<Target, ElasticLoadBalancingV2Client> clients) {
    this.clients = clients;
  }

  @Override
  public String kind() {
    return "load balancer";
  }

  @Override
  public List<Holding> of(Target target, CloudQuestion question) {
    ElasticLoadBalancingV2Client client = clients.apply(target);
    return AwsFailures.naming(
        "load balancers in " + target.cluster().region(),
        () -> {
          List<LoadBalancer> all =
              client.describeLoadBalancersPaginator().loadBalancers().stream().toList();
          Map<String, OwnerTags> tags =
              BalancerTags.of(client, all.stream().map(LoadBalancer::loadBalancerArn).toList());
          return all.stream()
              .filter(one -> tags.get(one.loadBalancerArn()).isOf(target.cluster().name()))
              .map(one -> holding(one, tags.get(one.loadBalancerArn()), target))
              .toList();
        });
  }

  private Holding holding(LoadBalancer balancer, OwnerTags tags, Target target) {
    return tags.holding(
        Subject.aws(kind(), target.cluster().region(), balancer.dnsName()),
        balancer.loadBalancerArn(),
        List.of(new Fact("name", balancer.loadBalancerName())));
  }
}
