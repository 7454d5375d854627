package dev.slipway.activities.inventory.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Volume;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** What an account has, in the words of the AWS SDK. */
final class FakeAccount {
  private final List<LoadBalancer> balancers = new ArrayList<>();
  private final List<TargetGroup> groups = new ArrayList<>();
  private final Map<String, Map<String, String>> tags = new HashMap<>();
  private final List<SecurityGroup> securityGroups = new ArrayList<>();
  private final List<Volume> volumes = new ArrayList<>();
  private final List<ResourceRecordSet> records = new ArrayList<>();
  private int mostTagsAtOnce;

  void balancer(String name, Map<String, String> itsTags) {
    balancers.add(
        LoadBalancer.builder()
            .loadBalancerName(name)
            .loadBalancerArn("arn:" + name)
            .dnsName(name + ".elb")
            .build());
    tags.put("arn:" + name, itsTags);
  }

  void targetGroup(String name, Map<String, String> itsTags) {
    groups.add(TargetGroup.builder().targetGroupName(name).targetGroupArn("arn:" + name).build());
    tags.put("arn:" + name, itsTags);
  }

  void securityGroup(String id, Map<String, String> itsTags) {
    securityGroups.add(
        SecurityGroup.builder().groupId(id).groupName("name").tags(ec2Tags(itsTags)).build());
  }

  void volume(String id, Map<String, String> itsTags) {
    volumes.add(Volume.builder().volumeId(id).state("in-use").tags(ec2Tags(itsTags)).build());
  }

  void txt(String name, String value) {
    records.add(
        ResourceRecordSet.builder()
            .name(name)
            .type(RRType.TXT)
            .resourceRecords(ResourceRecord.builder().value(value).build())
            .build());
  }

  int mostTagsAtOnce() {
    return mostTagsAtOnce;
  }

  ElasticLoadBalancingV2Client balancers() {
    return new ElasticLoadBalancingV2Client() {
      @Override
      public DescribeLoadBalancersResponse describeLoadBalancers(
          DescribeLoadBalancersRequest request) {
        return DescribeLoadBalancersResponse.builder().loadBalancers(balancers).build();
      }

      @Override
      public DescribeTargetGroupsResponse describeTargetGroups(
          DescribeTargetGroupsRequest request) {
        return DescribeTargetGroupsResponse.builder().targetGroups(groups).build();
      }

      @Override
      public DescribeTagsResponse describeTags(DescribeTagsRequest request) {
        mostTagsAtOnce = Math.max(mostTagsAtOnce, request.resourceArns().size());
        return DescribeTagsResponse.builder()
            .tagDescriptions(request.resourceArns().stream().map(FakeAccount.this::tagged).toList())
            .build();
      }

      @Override
      public String serviceName() {
        return "elasticloadbalancing";
      }

      @Override
      public void close() {}
    };
  }

  Ec2Client ec2() {
    return new Ec2Client() {
      @Override
      public DescribeSecurityGroupsResponse describeSecurityGroups(
          DescribeSecurityGroupsRequest request) {
        return DescribeSecurityGroupsResponse.builder().securityGroups(securityGroups).build();
      }

      @Override
      public DescribeVolumesResponse describeVolumes(DescribeVolumesRequest request) {
        return DescribeVolumesResponse.builder().volumes(volumes).build();
      }

      @Override
      public String serviceName() {
        return "ec2";
      }

      @Override
      public void close() {}
    };
  }

  Route53Client route53() {
    return new Route53Client() {
      @Override
      public ListResourceRecordSetsResponse listResourceRecordSets(
          ListResourceRecordSetsRequest request) {
        return ListResourceRecordSetsResponse.builder()
            .resourceRecordSets(records)
            .isTruncated(false)
            .build();
      }

      @Override
      public String serviceName() {
        return "route53";
      }

      @Override
      public void close() {}
    };
  }

  private TagDescription tagged(String arn) {
    return TagDescription.builder()
        .resourceArn(arn)
        .tags(
            tags.get(arn).entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }

  private static List<software.amazon.awssdk.services.ec2.model.Tag> ec2Tags(
      Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(
            tag ->
                software.amazon.awssdk.services.ec2.model.Tag.builder()
                    .key(tag.getKey())
                    .value(tag.getValue())
                    .build())
        .toList();
  }
}
