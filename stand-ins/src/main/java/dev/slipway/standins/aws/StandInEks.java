package dev.slipway.standins.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.aws.protocol.AwsAnswer;
import dev.slipway.standins.aws.protocol.AwsCall;
import dev.slipway.standins.aws.protocol.AwsRefusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** EKS: clusters, whom they let in, and which of their service accounts have a role. */
public final class StandInEks {
  private final String account;
  private final Map<String, StandInEksCluster> clusters = new TreeMap<>();
  private final Set<String> principals = new TreeSet<>();
  private final Set<String> associated = new TreeSet<>();

  StandInEks(String account) {
    this.account = account;
  }

  /** Adds a cluster, or shows it otherwise from now on. */
  public synchronized void put(StandInEksCluster cluster) {
    clusters.put(cluster.region() + "/" + cluster.name(), cluster);
  }

  /** Gives a principal an access entry in every cluster. */
  public synchronized void admit(String principalArn) {
    principals.add(principalArn);
  }

  /** Gives a service account a Pod Identity association in every cluster. */
  public synchronized void associate(String namespace, String serviceAccount) {
    associated.add(namespace + "/" + serviceAccount);
  }

  synchronized AwsAnswer answer(AwsCall call) {
    String[] parts = call.path().substring(1).split("/", 4);
    return switch (call.operation()) {
      case "DescribeCluster" -> describe(find(call.region(), parts[1]));
      case "ListPodIdentityAssociations" -> associations(find(call.region(), parts[1]));
      case "DescribeAccessEntry" -> accessEntry(find(call.region(), parts[1]), parts[3]);
      default -> throw call.unknown();
    };
  }

  private StandInEksCluster find(String region, String name) {
    StandInEksCluster cluster = clusters.get(region + "/" + name);
    if (cluster == null) {
      throw notFound("No cluster found for name: " + name + ".");
    }
    return cluster;
  }

  private AwsAnswer describe(StandInEksCluster cluster) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode described = answer.putObject("cluster");
    described.put("name", cluster.name());
    described.put(
        "arn", "arn:aws:eks:%s:%s:cluster/%s".formatted(cluster.region(), account, cluster.name()));
    described.put("version", "1.35");
    described.put("status", cluster.status());
    described.putObject("resourcesVpcConfig").put("endpointPublicAccess", true);
    if (cluster.endpoint() != null) {
      described.put("endpoint", cluster.endpoint().toString());
      described.putObject("certificateAuthority").put("data", cluster.caData());
    }
    return AwsAnswer.json(answer);
  }

  private AwsAnswer associations(StandInEksCluster cluster) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("associations");
    associated.forEach(
        path ->
            answer
                .withArray("associations")
                .addObject()
                .put("clusterName", cluster.name())
                .put("namespace", path.substring(0, path.indexOf('/')))
                .put("serviceAccount", path.substring(path.indexOf('/') + 1)));
    return AwsAnswer.json(answer);
  }

  private AwsAnswer accessEntry(StandInEksCluster cluster, String principal) {
    if (!principals.contains(principal)) {
      throw notFound("The specified principalArn could not be found");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .putObject("accessEntry")
        .put("clusterName", cluster.name())
        .put("principalArn", principal)
        .put("type", "STANDARD");
    return AwsAnswer.json(answer);
  }

  private static AwsRefusal notFound(String message) {
    return new AwsRefusal(404, "ResourceNotFoundException", message);
  }
}
