package dev.slipway.activities.eks;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Target;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.DescribeClusterResponse;
import software.amazon.awssdk.services.eks.model.ResourceNotFoundException;

/** Asks EKS what a cluster is. */
public final class EksClusters {
  private final AwsClients aws;

  public EksClusters(AwsClients aws) {
    this.aws = aws;
  }

  /**
   * The cluster as it is now.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#UNKNOWN_CLUSTER} where the
   *     account and region have no cluster of this name, {@link FailureType#ACCOUNT_MISMATCH} where
   *     the cluster that EKS describes is another one
   */
  public EksCluster describe(Target target) {
    String object = "EKS cluster " + target.cluster();
    EksCluster cluster = AwsFailures.naming(object, () -> ask(target, object));
    if (!cluster.is(target.cluster())) {
      throw FailureType.ACCOUNT_MISMATCH.failure(
          "%s was asked for, but EKS describes %s".formatted(object, cluster.arn()));
    }
    return cluster;
  }

  private EksCluster ask(Target target, String object) {
    try {
      return read(aws.eks(target).describeCluster(call -> call.name(target.cluster().name())));
    } catch (ResourceNotFoundException e) {
      throw FailureType.UNKNOWN_CLUSTER.failure(object + " does not exist", e);
    }
  }

  private static EksCluster read(DescribeClusterResponse response) {
    Cluster cluster = response.cluster();
    String authority =
        cluster.certificateAuthority() == null ? null : cluster.certificateAuthority().data();
    return new EksCluster(
        cluster.arn(), cluster.endpoint(), authority, cluster.statusAsString(), cluster.version());
  }
}
