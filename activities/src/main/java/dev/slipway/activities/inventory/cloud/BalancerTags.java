package dev.slipway.activities.inventory.cloud;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** The tags of balancers and target groups, which AWS tells of 20 at a time. */
final class BalancerTags {
  private static final int AT_ONCE = 20;

  private BalancerTags() {}

  /** By ARN; without tags where there are none. */
  static Map<String, OwnerTags> of(ElasticLoadBalancingV2Client client, List<String> arns) {
    Map<String, OwnerTags> tags = new HashMap<>();
    arns.forEach(arn -> tags.put(arn, new OwnerTags(Map.of())));
    for (int from = 0; from < arns.size(); from += AT_ONCE) {
      List<String> some = arns.subList(from, Math.min(from + AT_ONCE, arns.size()));
      client
          .describeTags(call -> call.resourceArns(some))
          .tagDescriptions()
          .forEach(described -> tags.put(described.resourceArn(), read(described)));
    }
    return tags;
  }

  private static OwnerTags read(TagDescription described) {
    return new OwnerTags(described.tags().stream().collect(toMap(Tag::key, Tag::value)));
  }
}
