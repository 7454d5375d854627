package dev.slipway.standins.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** EKS with one cluster, whose callers and addons have what they need. */
record StandInEks(StandInAccount account) {
  private static final String CLUSTERS = "/clusters/";
  private static final List<String> ASSOCIATED =
      List.of(
          "external-secrets/external-secrets",
          "external-dns/external-dns",
          "kube-system/aws-load-balancer-controller",
          "crossplane-system/provider-aws");

  AwsAnswer answer(AwsCall call) {
    List<String> parts = List.of(call.path().substring(1).split("/", 4));
    if (!call.path().startsWith(CLUSTERS)) {
      throw call.unknown(call.path());
    }
    String name = parts.get(1);
    if (!name.equals(account.clusterName()) || !call.region().equals(account.region())) {
      throw new AwsRefusal(
          404, "ResourceNotFoundException", "No cluster found for name: " + name + ".");
    }
    return switch (parts.size() == 2 ? "" : parts.get(2)) {
      case "" -> cluster(name);
      case "pod-identity-associations" -> associations(name);
      case "access-entries" -> accessEntry(parts.get(3));
      default -> throw call.unknown(call.path());
    };
  }

  private AwsAnswer cluster(String name) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode cluster = answer.putObject("cluster");
    cluster.put("name", name);
    cluster.put(
        "arn", "arn:aws:eks:%s:%s:cluster/%s".formatted(account.region(), account.id(), name));
    cluster.put("version", "1.35");
    cluster.put("status", "ACTIVE");
    cluster.put("endpoint", account.endpoint().toString());
    cluster.putObject("certificateAuthority").put("data", account.caData());
    cluster.putObject("resourcesVpcConfig").put("endpointPublicAccess", true);
    return AwsAnswer.json(answer);
  }

  private static AwsAnswer associations(String cluster) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ASSOCIATED.forEach(
        path ->
            answer
                .withArray("associations")
                .addObject()
                .put("clusterName", cluster)
                .put("namespace", path.substring(0, path.indexOf('/')))
                .put("serviceAccount", path.substring(path.indexOf('/') + 1)));
    return AwsAnswer.json(answer);
  }

  private AwsAnswer accessEntry(String principal) {
    if (!principal.equals(account.callerArn())) {
      throw new AwsRefusal(
          404, "ResourceNotFoundException", "The specified principalArn could not be found");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject("accessEntry").put("principalArn", principal).put("type", "STANDARD");
    return AwsAnswer.json(answer);
  }
}
