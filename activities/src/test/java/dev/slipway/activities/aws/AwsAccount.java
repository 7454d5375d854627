package dev.slipway.activities.aws;

import dev.slipway.standins.aws.StandInAws;
import dev.slipway.standins.aws.StandInEksCluster;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Account 123456789012 of a stand-in for AWS, and clients with keys of it. */
public final class AwsAccount implements AutoCloseable {
  public static final Target ALPHA =
      new Target(new ClusterId("123456789012", "eu-west-3", "alpha"), null);
  private static final String WORKER = "AKIDTEST";

  private final StandInAws aws;

  public AwsAccount() {
    this(Clock.systemUTC());
  }

  public AwsAccount(Clock clock) {
    aws = StandInAws.start("123456789012", clock);
  }

  public StandInAws aws() {
    return aws;
  }

  /** Those of the worker. */
  public AwsClients clients() {
    return clients(WORKER);
  }

  public AwsClients clients(String accessKey) {
    return new AwsClients(
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "planted")),
        aws.endpoint());
  }

  /** Those of a worker that acts as a role. */
  public AwsClients clientsOf(String roleArn) {
    try (AwsClients own = clients()) {
      Credentials role =
          own.sts(ALPHA)
              .assumeRole(call -> call.roleArn(roleArn).roleSessionName("session"))
              .credentials();
      return new AwsClients(
          StaticCredentialsProvider.create(
              AwsSessionCredentials.create(
                  role.accessKeyId(), role.secretAccessKey(), role.sessionToken())),
          aws.endpoint());
    }
  }

  /** Has an EKS cluster of this name behind the API server. */
  public void runs(String name, StandInCluster apiServer) {
    aws.eks()
        .put(StandInEksCluster.active("eu-west-3", name, apiServer.endpoint(), apiServer.caData()));
  }

  /** What the worker called, in order, such as {@code DescribeCluster}. */
  public List<String> calls() {
    return aws.calls(WORKER);
  }

  @Override
  public void close() {
    aws.close();
  }
}
