package dev.slipway.e2e.bed.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Two security groups a stack that let each other in: neither can be deleted as they are. */
public final class SecurityGroups implements AutoCloseable {
  private final Ec2Client client;

  SecurityGroups(Ec2Client client) {
    this.client = client;
  }

  /** All but the default ones, which are nobody's. */
  public List<String> names() {
    return client.describeSecurityGroups().securityGroups().stream()
        .map(SecurityGroup::groupName)
        .filter(name -> !name.equals("default"))
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }

  /** The ids of the balancer's group and of the one behind it. */
  List<String> provide(Stack stack, String vpc) {
    String front = provide(stack, stack.name(), vpc);
    String back = provide(stack, backOf(stack), vpc);
    letIn(front, back);
    letIn(back, front);
    return List.of(front, back);
  }

  /** Takes the rules out first, as the groups stand in each other's way. */
  void remove(Stack stack) {
    List<SecurityGroup> groups =
        List.of(stack.name(), backOf(stack)).stream()
            .map(this::find)
            .flatMap(Optional::stream)
            .toList();
    groups.stream().filter(group -> !group.ipPermissions().isEmpty()).forEach(this::letNobodyIn);
    groups.forEach(group -> client.deleteSecurityGroup(it -> it.groupId(group.groupId())));
  }

  private String provide(Stack stack, String name, String vpc) {
    return find(name).map(SecurityGroup::groupId).orElseGet(() -> create(stack, name, vpc));
  }

  private Optional<SecurityGroup> find(String name) {
    return client.describeSecurityGroups().securityGroups().stream()
        .filter(group -> group.groupName().equals(name))
        .findFirst();
  }

  private String create(Stack stack, String name, String vpc) {
    return client
        .createSecurityGroup(
            it ->
                it.groupName(name)
                    .description("[k8s] for " + stack.name())
                    .vpcId(vpc)
                    .tagSpecifications(
                        TagSpecification.builder()
                            .resourceType(ResourceType.SECURITY_GROUP)
                            .tags(tagsOf(stack))
                            .build()))
        .groupId();
  }

  private static List<Tag> tagsOf(Stack stack) {
    List<Tag> tags = new ArrayList<>();
    stack.tags().forEach((key, value) -> tags.add(Tag.builder().key(key).value(value).build()));
    tags.add(Tag.builder().key("kubernetes.io/cluster/" + stack.cluster()).value("owned").build());
    return tags;
  }

  private void letIn(String group, String other) {
    boolean done =
        client
            .describeSecurityGroups(it -> it.groupIds(group))
            .securityGroups()
            .get(0)
            .ipPermissions()
            .stream()
            .anyMatch(rule -> rule.userIdGroupPairs().toString().contains(other));
    if (!done) {
      client.authorizeSecurityGroupIngress(it -> it.groupId(group).ipPermissions(from(other)));
    }
  }

  private void letNobodyIn(SecurityGroup group) {
    client.revokeSecurityGroupIngress(
        it -> it.groupId(group.groupId()).ipPermissions(group.ipPermissions()));
  }

  private static IpPermission from(String group) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(443)
        .toPort(443)
        .userIdGroupPairs(UserIdGroupPair.builder().groupId(group).build())
        .build();
  }

  private static String backOf(Stack stack) {
    return stack.name() + "-backend";
  }
}
