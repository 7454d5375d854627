package dev.slipway.activities.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The worker's own identity, and the roles that it assumes. */
final class Identities implements AutoCloseable {
  private final AwsCredentialsProvider own;
  private final Endpoints endpoints;
  private final String externalId;
  private final Map<String, KnownCaller> owners = new ConcurrentHashMap<>();
  private final Map<String, StsClient> sts = new ConcurrentHashMap<>();
  private final Map<Identity, StsAssumeRoleCredentialsProvider> roles = new ConcurrentHashMap<>();
  private final Map<Identity, ProvenCredentials> proven = new ConcurrentHashMap<>();

  Identities(AwsCredentialsProvider own, Endpoints endpoints, String externalId) {
    this.own = new OwnCredentials(own);
    this.endpoints = endpoints;
    this.externalId = externalId;
  }

  /** The worker's own identity, as STS of a region knows it. */
  Caller own(String region) {
    return ownCaller(region).current();
  }

  /** The worker's own identity, asked for again. */
  Caller askOwn(String region) {
    return ask(own.resolveCredentials(), region);
  }

  /** Credentials that prove their account before they are used; the SDK renews a role's. */
  ProvenCredentials credentials(Identity identity) {
    return proven.computeIfAbsent(
        identity, one -> new ProvenCredentials(caller(one), one.account()));
  }

  @Override
  public void close() {
    roles.values().forEach(SdkAutoCloseable::close);
    sts.values().forEach(SdkAutoCloseable::close);
  }

  private KnownCaller caller(Identity identity) {
    return identity.role() == null
        ? ownCaller(identity.region())
        : new KnownCaller(
            roles.computeIfAbsent(identity, this::assume),
            credentials -> ask(credentials, identity.region()));
  }

  private KnownCaller ownCaller(String region) {
    return owners.computeIfAbsent(
        region, where -> new KnownCaller(own, credentials -> ask(credentials, where)));
  }

  private Caller ask(AwsCredentials credentials, String region) {
    try (StsClient asOne = sts(region, StaticCredentialsProvider.create(credentials))) {
      GetCallerIdentityResponse answer = asOne.getCallerIdentity();
      return new Caller(credentials, answer.account(), answer.arn());
    }
  }

  private StsAssumeRoleCredentialsProvider assume(Identity identity) {
    AssumeRoleRequest request =
        AssumeRoleRequest.builder()
            .roleArn(identity.role())
            .roleSessionName(identity.session())
            .externalId(externalId)
            .build();
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts.computeIfAbsent(identity.region(), region -> sts(region, own)))
        .refreshRequest(request)
        .build();
  }

  private StsClient sts(String region, AwsCredentialsProvider credentials) {
    return endpoints.client(StsClient.builder(), region, credentials);
  }
}
