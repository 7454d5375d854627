package dev.slipway.e2e.bed.cloud;

import dev.slipway.e2e.bed.aws.AwsClients;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** Load balancers, each with a target group and the two security groups that it needs. */
public final class Balancers implements AutoCloseable {
  private final ElasticLoadBalancingV2Client client;
  private final Ec2Client network;
  private final TargetGroups targetGroups;
  private final SecurityGroups securityGroups;

  Balancers(AwsClients clients, TargetGroups targetGroups, SecurityGroups securityGroups) {
    client = clients.balancers();
    network = clients.ec2();
    this.targetGroups = targetGroups;
    this.securityGroups = securityGroups;
  }

  /** Makes what is missing of a stack, and returns the host name of its balancer. */
  public String provide(Stack stack) {
    return find(stack).orElseGet(() -> create(stack)).dnsName();
  }

  /** Removes a stack as the real controllers do: the groups after what uses them. */
  public void remove(Stack stack) {
    find(stack).ifPresent(made -> client.deleteLoadBalancer(it -> it.loadBalancerArn(arnOf(made))));
    targetGroups.remove(stack);
    securityGroups.remove(stack);
  }

  public List<String> names() {
    return client.describeLoadBalancers().loadBalancers().stream()
        .map(LoadBalancer::loadBalancerName)
        .toList();
  }

  @Override
  public void close() {
    client.close();
    network.close();
  }

  private Optional<LoadBalancer> find(Stack stack) {
    return client.describeLoadBalancers().loadBalancers().stream()
        .filter(balancer -> balancer.loadBalancerName().equals(stack.name()))
        .findFirst();
  }

  private LoadBalancer create(Stack stack) {
    List<Subnet> subnets = network.describeSubnets().subnets();
    String vpc = subnets.get(0).vpcId();
    List<String> groups = securityGroups.provide(stack, vpc);
    String targetGroup = targetGroups.provide(stack, vpc);
    LoadBalancer made =
        client
            .createLoadBalancer(
                it ->
                    it.name(stack.name())
                        .type(stack.type())
                        .subnets(subnets.stream().map(Subnet::subnetId).toList())
                        .securityGroups(groups)
                        .tags(tagsOf(stack)))
            .loadBalancers()
            .get(0);
    listen(made, stack.protocol(), targetGroup);
    return made;
  }

  private void listen(LoadBalancer balancer, ProtocolEnum protocol, String targetGroup) {
    client.createListener(
        it ->
            it.loadBalancerArn(arnOf(balancer))
                .protocol(protocol)
                .port(443)
                .defaultActions(
                    Action.builder()
                        .type(ActionTypeEnum.FORWARD)
                        .targetGroupArn(targetGroup)
                        .build()));
  }

  private static String arnOf(LoadBalancer balancer) {
    return balancer.loadBalancerArn();
  }

  static List<Tag> tagsOf(Stack stack) {
    return stack.tags().entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
