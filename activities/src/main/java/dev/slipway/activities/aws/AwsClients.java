package dev.slipway.activities.aws;

import dev.slipway.workflows.platform.Target;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * AWS as seen from a region by an identity: the worker's own, or a role that it assumes. Endpoints,
 * credentials and proxies come from where the AWS SDK takes them.
 */
public final class AwsClients implements AutoCloseable {
  private static final String SESSION = "slipway";

  // AWS answers these calls within a second; what takes longer is tried again by the SDK.
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(5))
          .socketTimeout(Duration.ofSeconds(10))
          .build();
  private final AwsCredentialsProvider own;
  private final URI endpoint;
  private final Map<Identity, StsAssumeRoleCredentialsProvider> roles = new ConcurrentHashMap<>();
  private final Map<Key, SdkAutoCloseable> clients = new ConcurrentHashMap<>();

  /** Who acts where; the role is null for the worker's own identity. */
  private record Identity(String region, String role) {
    static Identity of(Target target) {
      return new Identity(target.cluster().region(), target.assumeRole());
    }
  }

  private record Key(Class<?> service, Identity identity) {}

  public AwsClients() {
    this(DefaultCredentialsProvider.builder().build(), null);
  }

  /**
   * Clients of a given identity.
   *
   * @param endpoint where all services answer; null to let the SDK find each
   */
  public AwsClients(AwsCredentialsProvider own, URI endpoint) {
    this.own = own;
    this.endpoint = endpoint;
  }

  public EksClient eks(Target target) {
    return client(EksClient.class, Identity.of(target), EksClient::builder);
  }

  public Route53Client route53(Target target) {
    return client(Route53Client.class, Identity.of(target), Route53Client::builder);
  }

  public SecretsManagerClient secretsManager(Target target) {
    return client(SecretsManagerClient.class, Identity.of(target), SecretsManagerClient::builder);
  }

  public StsClient sts(Target target) {
    return client(StsClient.class, Identity.of(target), StsClient::builder);
  }

  /** STS in a region, as the worker's own identity. */
  public StsClient sts(String region) {
    return client(StsClient.class, new Identity(region, null), StsClient::builder);
  }

  /** Credentials of the identity that acts on the target; the SDK renews them. */
  public AwsCredentialsProvider credentials(Target target) {
    return credentials(Identity.of(target));
  }

  @Override
  public void close() {
    clients.values().forEach(SdkAutoCloseable::close);
    roles.values().forEach(SdkAutoCloseable::close);
    http.close();
  }

  private AwsCredentialsProvider credentials(Identity identity) {
    return identity.role() == null ? own : roles.computeIfAbsent(identity, this::assume);
  }

  private StsAssumeRoleCredentialsProvider assume(Identity identity) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts(identity.region()))
        .refreshRequest(request -> request.roleArn(identity.role()).roleSessionName(SESSION))
        .build();
  }

  private <
          B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable>
      C client(Class<C> service, Identity identity, Supplier<B> builder) {
    Key key = new Key(service, identity);
    SdkAutoCloseable present = clients.get(key);
    if (present != null) {
      return service.cast(present);
    }
    C made =
        builder
            .get()
            .httpClient(http)
            .region(Region.of(identity.region()))
            .credentialsProvider(credentials(identity))
            .applyMutation(this::direct)
            .build();
    SdkAutoCloseable first = clients.putIfAbsent(key, made);
    return first == null ? made : service.cast(first);
  }

  private void direct(SdkClientBuilder<?, ?> builder) {
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
  }
}
