package dev.slipway.activities.inventory.cloud;

import static java.util.stream.Collectors.toMap;

import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** The security groups that the load balancer controller has made; EKS has one of its own. */
final class SecurityGroups implements CloudKind {
  private final Function<Target, Ec2Client> clients;

  SecurityGroups(Function<Target, Ec2Client> clients) {
    this.clients = clients;
  }

  @Override
  public String kind() {
    return "security group";
  }

  @Override
  public List<Holding> of(Target target, CloudQuestion question) {
    return AwsFailures.naming(
        "security groups in " + target.cluster().region(),
        () ->
            clients.apply(target).describeSecurityGroupsPaginator().securityGroups().stream()
                .filter(group -> tags(group).isOf(target.cluster().name()))
                .map(group -> holding(group, target))
                .toList());
  }

  private Holding holding(SecurityGroup group, Target target) {
    return tags(group)
        .holding(
            Subject.aws(kind(), target.cluster().region(), group.groupId()),
            group.groupId(),
            List.of(new Fact("name", group.groupName())));
  }

  private static OwnerTags tags(SecurityGroup group) {
    return new OwnerTags(group.tags().stream().collect(toMap(Tag::key, Tag::value)));
  }
}
