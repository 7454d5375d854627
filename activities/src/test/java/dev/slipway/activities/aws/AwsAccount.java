package dev.slipway.activities.aws;

import dev.slipway.activities.allowance.Allowance;
import dev.slipway.standins.aws.StandInAws;
import dev.slipway.standins.aws.StandInEksCluster;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Account 123456789012 of a stand-in for AWS, and clients with keys of it. */
public final class AwsAccount implements AutoCloseable {
  public static final Target ALPHA =
      new Target(new ClusterId("123456789012", "eu-west-3", "alpha"), null);
  public static final String EXTERNAL_ID = "acme-platform";
  private static final String WORKER = "AKIDTEST";
  private static final Allowance ANY_ACCOUNT =
      new Allowance(List.of("*"), List.of("*"), List.of("*"), List.of("*"), false);

  private final StandInAws aws;

  public AwsAccount() {
    this(Clock.systemUTC());
  }

  public AwsAccount(Clock clock) {
    this("123456789012", clock);
  }

  /** Another account than the one that tests ask for. */
  public AwsAccount(String id, Clock clock) {
    aws = StandInAws.start(id, clock);
  }

  public StandInAws aws() {
    return aws;
  }

  /** Those of the worker. */
  public AwsClients clients() {
    return clients(WORKER);
  }

  public AwsClients clients(String accessKey) {
    return clients(accessKey, Allowance.DEFAULT);
  }

  /** Those of a worker whose operator allows this. */
  public AwsClients clients(Allowance allowance) {
    return clients(WORKER, allowance);
  }

  private AwsClients clients(String accessKey, Allowance allowance) {
    AwsCredentials keys = AwsBasicCredentials.create(accessKey, "planted");
    return clients(StaticCredentialsProvider.create(keys), allowance);
  }

  private AwsClients clients(AwsCredentialsProvider own, Allowance allowance) {
    return new AwsClients(own, aws.endpoint(), new AwsAccess(allowance, EXTERNAL_ID));
  }

  /** Those of a worker that acts as a role, and may act on any account. */
  public AwsClients clientsOf(String roleArn) {
    AwsCredentials role = assumed(roleArn);
    return clientsWith(() -> role);
  }

  /** Those of a worker that has these credentials, and may act on any account. */
  public AwsClients clientsWith(AwsCredentialsProvider own) {
    return clients(own, ANY_ACCOUNT);
  }

  /** Credentials of a role, whosever it is. */
  public AwsCredentials assumed(String roleArn) {
    try (StsClient sts =
        StsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.EU_WEST_3)
            .endpointOverride(aws.endpoint())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDANY", "planted")))
            .build()) {
      Credentials role =
          sts.assumeRole(call -> call.roleArn(roleArn).roleSessionName("session")).credentials();
      return AwsSessionCredentials.create(
          role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
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
