package dev.slipway.standins.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.ClusterStatus;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * What the adapters rely on in AWS. It runs against the stand-in and against the bed's, so that the
 * stand-in cannot flatter the product.
 */
public abstract class AwsContract {
  private static final String NAME = "slipway/contract";
  private static final String FIRST = "11111111-1111-1111-1111-111111111111";
  private static final String SECOND = "22222222-2222-2222-2222-222222222222";

  private SecretsManagerClient secrets;

  /** Where the services answer. */
  protected abstract URI endpoint();

  /** The account of the caller. */
  protected abstract String account();

  protected abstract String region();

  /** An EKS cluster that is there. */
  protected abstract String cluster();

  /** A hosted zone that is there. */
  protected abstract String zone();

  @BeforeEach
  void connect() {
    secrets = build(SecretsManagerClient.builder());
  }

  @AfterEach
  void deleteSecret() {
    secrets.restoreSecret(request -> request.secretId(NAME));
    secrets.deleteSecret(request -> request.secretId(NAME).forceDeleteWithoutRecovery(true));
    secrets.close();
  }

  @Test
  void givesASecretToTheFirstWhoCreatesIt() {
    create(FIRST, "one");
    assertThatThrownBy(() -> create(SECOND, "two")).isInstanceOf(ResourceExistsException.class);
    assertThat(value()).isEqualTo("one");
  }

  @Test
  void writesAVersionOncePerToken() {
    create(FIRST, "one");
    put(SECOND, "two");
    put(SECOND, "two");
    assertThat(value()).isEqualTo("two");
    assertThat(secrets.describeSecret(request -> request.secretId(NAME)).versionIdsToStages())
        .containsOnlyKeys(FIRST, SECOND);
    assertThatThrownBy(() -> put(SECOND, "three")).isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void keepsTags() {
    create(FIRST, "one");
    secrets.tagResource(
        request -> request.secretId(NAME).tags(tag("owner", "them"), tag("other", "value")));
    secrets.tagResource(request -> request.secretId(NAME).tags(tag("owner", "us")));
    assertThat(secrets.describeSecret(request -> request.secretId(NAME)).tags())
        .contains(tag("owner", "us"), tag("other", "value"), tag("made-by", "contract"));
  }

  @Test
  void refusesASecretInItsDeletionWindowUntilItIsRestored() {
    create(FIRST, "one");
    secrets.deleteSecret(request -> request.secretId(NAME).recoveryWindowInDays(7L));
    assertThatThrownBy(this::value).isInstanceOf(InvalidRequestException.class);
    // AWS and the stand-in say that it is scheduled for deletion, moto that it exists.
    assertThatThrownBy(() -> create(SECOND, "two"))
        .isInstanceOfAny(InvalidRequestException.class, ResourceExistsException.class);
    assertThat(secrets.describeSecret(request -> request.secretId(NAME)).deletedDate()).isNotNull();
    secrets.restoreSecret(request -> request.secretId(NAME));
    assertThat(value()).isEqualTo("one");
  }

  @Test
  void tellsASecretThatIsNotThere() {
    create(FIRST, "one");
    assertThatThrownBy(() -> secrets.describeSecret(request -> request.secretId("slipway/absent")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void listsSecretsByName() {
    create(FIRST, "one");
    assertThat(
            secrets
                .listSecrets(
                    request ->
                        request.filters(
                            Filter.builder().key(FilterNameStringType.NAME).values(NAME).build()))
                .secretList())
        .singleElement()
        .satisfies(secret -> assertThat(secret.name()).isEqualTo(NAME));
  }

  @Test
  void namesTheCaller() {
    create(FIRST, "one");
    try (StsClient sts = build(StsClient.builder())) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo(account());
    }
  }

  @Test
  void namesTheRoleThatACallerHasAssumed() {
    create(FIRST, "one");
    String role = "arn:aws:iam::" + account() + ":role/contract";
    try (StsClient sts = build(StsClient.builder())) {
      Credentials assumed =
          sts.assumeRole(request -> request.roleArn(role).roleSessionName("session")).credentials();
      assertThat(sts.getCallerIdentity(request -> request.overrideConfiguration(as(assumed))).arn())
          .isEqualTo("arn:aws:sts::" + account() + ":assumed-role/contract/session");
    }
  }

  @Test
  void describesTheCluster() {
    create(FIRST, "one");
    try (EksClient eks = build(EksClient.builder())) {
      var found = eks.describeCluster(request -> request.name(cluster())).cluster();
      assertThat(found.status()).isEqualTo(ClusterStatus.ACTIVE);
      assertThat(found.endpoint()).startsWith("https://");
      assertThat(found.certificateAuthority().data()).isNotBlank();
      assertThatThrownBy(() -> eks.describeCluster(request -> request.name("absent")))
          .isInstanceOf(software.amazon.awssdk.services.eks.model.ResourceNotFoundException.class);
    }
  }

  @Test
  void knowsTheHostedZone() {
    create(FIRST, "one");
    try (Route53Client route53 = build(Route53Client.builder())) {
      assertThat(route53.getHostedZone(request -> request.id(zone())).hostedZone().name())
          .endsWith(".");
      assertThatThrownBy(() -> route53.getHostedZone(request -> request.id("ZABSENT")))
          .isInstanceOf(NoSuchHostedZoneException.class);
    }
  }

  private <B extends AwsClientBuilder<B, C>, C> C build(B builder) {
    return builder
        .endpointOverride(endpoint())
        .region(Region.of(region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("contract", "contract")))
        .build();
  }

  private static AwsRequestOverrideConfiguration as(Credentials assumed) {
    return AwsRequestOverrideConfiguration.builder()
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(
                    assumed.accessKeyId(), assumed.secretAccessKey(), assumed.sessionToken())))
        .build();
  }

  private void create(String token, String value) {
    secrets.createSecret(
        request ->
            request
                .name(NAME)
                .clientRequestToken(token)
                .secretString(value)
                .tags(tag("made-by", "contract")));
  }

  private void put(String token, String value) {
    secrets.putSecretValue(
        request -> request.secretId(NAME).clientRequestToken(token).secretString(value));
  }

  private String value() {
    return secrets.getSecretValue(request -> request.secretId(NAME)).secretString();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
