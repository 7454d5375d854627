package dev.slipway.activities.aws;

import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.failure.AwsFailures;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Target;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * AWS as seen from a region by an identity: the worker's own, or a role that it assumes. Endpoints,
 * credentials and proxies come from where the AWS SDK takes them.
 *
 * <p>No way leads to a target that the worker's operator does not allow ({@link
 * FailureType#NOT_ALLOWED}), and none with credentials of another account than the target's ({@link
 * FailureType#ACCOUNT_MISMATCH}, thrown by the first call).
 */
public final class AwsClients implements AutoCloseable {
  private final Endpoints endpoints;
  private final Identities identities;
  private final Allowed allowed;
  private final Map<Key, SdkAutoCloseable> clients = new ConcurrentHashMap<>();

  private record Key(Class<?> service, Identity identity) {}

  /** Clients of the identity that the AWS SDK finds. */
  public AwsClients(AwsAccess access) {
    this(DefaultCredentialsProvider.builder().build(), null, access);
  }

  /**
   * Clients of a given identity.
   *
   * @param endpoint where all services answer; null to let the SDK find each
   */
  public AwsClients(AwsCredentialsProvider own, URI endpoint, AwsAccess access) {
    endpoints = new Endpoints(endpoint);
    identities = new Identities(own, endpoints, access.externalId());
    allowed = new Allowed(access.allowance());
  }

  public Ec2Client ec2(Target target) {
    return client(Ec2Client.class, target, Ec2Client::builder);
  }

  public ElasticLoadBalancingV2Client loadBalancers(Target target) {
    return client(
        ElasticLoadBalancingV2Client.class, target, ElasticLoadBalancingV2Client::builder);
  }

  public EksClient eks(Target target) {
    return client(EksClient.class, target, EksClient::builder);
  }

  public Route53Client route53(Target target) {
    return client(Route53Client.class, target, Route53Client::builder);
  }

  public SecretsManagerClient secretsManager(Target target) {
    return client(SecretsManagerClient.class, target, SecretsManagerClient::builder);
  }

  public StsClient sts(Target target) {
    return client(StsClient.class, target, StsClient::builder);
  }

  /** Credentials of the identity that acts on the target; the SDK renews them. */
  public AwsCredentialsProvider credentials(Target target) {
    return identities.credentials(identity(target));
  }

  /**
   * ARN of the worker's own identity; asks STS of a region each time.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where AWS does not tell
   */
  public String ownArn(String region) {
    return identities.askOwn(region).arn();
  }

  @Override
  public void close() {
    clients.values().forEach(SdkAutoCloseable::close);
    identities.close();
    endpoints.close();
  }

  private Identity identity(Target target) {
    allowed.require(target, () -> ownAccount(target.cluster().region()));
    return Identity.of(target);
  }

  private String ownAccount(String region) {
    return AwsFailures.naming("caller identity", () -> identities.own(region).account());
  }

  private <
          B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable>
      C client(Class<C> service, Target target, Supplier<B> builder) {
    Identity identity = identity(target);
    Key key = new Key(service, identity);
    SdkAutoCloseable present = clients.get(key);
    if (present != null) {
      return service.cast(present);
    }
    C made = endpoints.client(builder.get(), identity.region(), identities.credentials(identity));
    SdkAutoCloseable first = clients.putIfAbsent(key, made);
    return first == null ? made : service.cast(first);
  }
}
