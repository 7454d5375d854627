package dev.slipway.activities.secrets;

import static dev.slipway.workflows.credentials.CredentialsSource.PUSHED;
import static dev.slipway.workflows.credentials.CredentialsSource.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.SettableClock;
import dev.slipway.activities.allowance.Allowance;
import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.aws.AwsAccount;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.workflows.contract.ConfigSecretsActivities.ConfigSecrets;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.inventory.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSecretsActivitiesTest {
  private static final String ARGO_CD =
      """
      url: https://github.com/acme
      appId: "12"
      installationId: "34"
      privateKey: |
        -----BEGIN RSA PRIVATE KEY-----
        planted
        -----END RSA PRIVATE KEY-----
      """;

  private static final Mandate ATTENDED = new Mandate(false, false);
  private static final String ARNS = "arn:aws:secretsmanager:eu-west-3:123456789012:secret:";
  private static final Instant FIRST_VERSION = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock();
  private final AwsAccount account = new AwsAccount(clock);
  private final EmptyCluster cluster = new EmptyCluster();
  private final AccountSecrets secrets = new AccountSecrets(account);

  @BeforeEach
  void mountCredentials() throws IOException {
    Files.writeString(folder.resolve("argocd-github.yaml"), ARGO_CD);
  }

  @AfterEach
  void close() {
    secrets.close();
    account.close();
    cluster.close();
  }

  @Test
  void remembersBothSecretsByNameAndArn() {
    create(WORKER);

    assertThat(new ManifestParts(cluster.client()).content().entries())
        .extracting(entry -> entry.subject().name(), ManifestEntry::uid, ManifestEntry::origin)
        .containsExactly(
            tuple("acme/config", ARNS + "acme/config-StndIn", Origin.MADE),
            tuple("acme/github-app", ARNS + "acme/github-app-StndIn", Origin.MADE));
  }

  @Test
  void writesNoSecretThatItCouldNotRemember() {
    cluster.server().deny("create", "", "configmaps");

    assertThatThrownBy(() -> create(WORKER)).hasMessageContaining("ACCESS_DENIED");

    assertThat(account.calls()).doesNotContain("CreateSecret");
  }

  @Test
  void createsBothSecretsWithOwnerAndTags() {
    ConfigSecrets created = create(WORKER);

    assertThat(created)
        .isEqualTo(
            new ConfigSecrets(
                ARNS + "acme/config-StndIn", ARNS + "acme/github-app-StndIn", FIRST_VERSION));
    assertThat(secrets.value("acme/config")).contains("\"domain\":\"a.example.com\"");
    assertThat(secrets.value("acme/github-app"))
        .contains("\"argocd-github\":{\"url\":\"https://github.com/acme\"");
    assertThat(secrets.tags("acme/config"))
        .containsEntry("slipway:cluster", "123456789012/eu-west-3/alpha")
        .containsEntry("env", "dev");
    assertThat(secrets.description("acme/config"))
        .isEqualTo("Secret created for config of CNOE AWS Reference Implementation");
  }

  @Test
  void leavesEqualValuesAlone() {
    create(WORKER);
    clock.advance(Duration.ofSeconds(1));

    assertThat(create(WORKER).currentSince()).isEqualTo(FIRST_VERSION);
    assertThat(secrets.versions("acme/config")).isEqualTo(1);
    assertThat(secrets.versions("acme/github-app")).isEqualTo(1);
  }

  @Test
  void goesBackToAnEarlierValue() {
    create("a.example.com");
    create("b.example.com");
    create("a.example.com");

    assertThat(secrets.value("acme/config")).contains("\"domain\":\"a.example.com\"");
  }

  @Test
  void putsTagsBackThatWereChanged() {
    create(WORKER);
    secrets.tagged("acme/config", "env", "other").tagged("acme/config", "team", "kept");
    create(WORKER);

    assertThat(secrets.tags("acme/config"))
        .containsEntry("env", "dev")
        .containsEntry("team", "kept");
  }

  @Test
  void restoresASecretFromItsDeletionWindow() {
    create(WORKER);
    secrets.inDeletion("acme/config");

    create(WORKER);
    assertThat(secrets.isInDeletion("acme/config")).isFalse();
  }

  @Test
  void neverTouchesTheSecretsOfAnotherCluster() {
    secrets
        .holds("acme/github-app", "{}")
        .tagged("acme/github-app", "slipway:cluster", "123456789012/eu-west-3/beta");

    assertThatThrownBy(() -> create(WORKER))
        .hasMessageContaining("SECRET_OWNED")
        .hasMessageContaining("acme/github-app belongs to cluster 123456789012/eu-west-3/beta");
    assertThat(account.calls()).containsOnly("GetCallerIdentity", "DescribeSecret");
  }

  @Test
  void losesTheRaceForAClaim() {
    account
        .aws()
        .before(
            "CreateSecret",
            () ->
                secrets
                    .holds("acme/github-app", "{}")
                    .tagged("acme/github-app", "slipway:cluster", "123456789012/eu-west-3/beta"));

    assertThatThrownBy(() -> create(WORKER)).hasMessageContaining("SECRET_OWNED");
    assertThat(secrets.value("acme/github-app")).isEqualTo("{}");
  }

  @Test
  void adoptsUpstreamsSecretsOfThisCluster() {
    secrets.holds("acme/config", "{\"cluster_name\":\"alpha\"}").holds("acme/github-app", "{}");
    clock.advance(Duration.ofSeconds(1));

    assertThat(create(WORKER).currentSince()).isEqualTo(FIRST_VERSION.plusSeconds(1));
    assertThat(secrets.tags("acme/github-app"))
        .containsEntry("slipway:cluster", "123456789012/eu-west-3/alpha");
  }

  @Test
  void refusesUpstreamsSecretsOfAnotherCluster() {
    secrets.holds("acme/config", "{\"cluster_name\":\"beta\"}");

    assertThatThrownBy(() -> create(WORKER))
        .hasMessageContaining("acme/config belongs to cluster beta of this account and region");
  }

  @Test
  void refusesASecretOfWhichNobodyKnowsWhoseItIs() {
    secrets.holds("acme/github-app", "{}");

    assertThatThrownBy(() -> create(WORKER))
        .hasMessageContaining("tag it slipway:cluster=123456789012/eu-west-3/alpha");
  }

  @Test
  void writesNothingWhenCredentialsAreIncomplete() throws IOException {
    Files.writeString(
        folder.resolve("argocd-github.yaml"), "url: https://github.com/acme\nappId: planted");

    assertThatThrownBy(() -> create(WORKER))
        .hasMessageContaining("SECRET_INCOMPLETE")
        .hasMessageContaining("argocd-github.privateKey")
        .hasMessageNotContaining("planted");
    assertThat(account.calls()).containsOnly("GetCallerIdentity", "DescribeSecret");
  }

  @Test
  void checksAPushedSecretAndLeavesIt() {
    create(WORKER);
    String pushed = secrets.value("acme/github-app");
    create(PUSHED);

    assertThat(secrets.value("acme/github-app")).isEqualTo(pushed);
  }

  @Test
  void saysThatASecretWasNotPushed() {
    assertThatThrownBy(() -> create(PUSHED))
        .hasMessageContaining("SECRET_INCOMPLETE")
        .hasMessageContaining("secret acme/github-app was not pushed");
  }

  @Test
  void namesWhatAPushedSecretLacks() {
    create(WORKER);
    secrets.changed(
        "acme/github-app", "{\"argocd-github\":{\"appId\":\"12\",\"url\":\"planted\"}}");

    assertThatThrownBy(() -> create(PUSHED))
        .hasMessageContaining("argocd-github.privateKey")
        .hasMessageNotContaining("planted");
  }

  @Test
  void saysWhatIsNotAllowed() {
    account.aws().deny("secretsmanager:CreateSecret");

    assertThatThrownBy(() -> create(WORKER))
        .hasMessageContaining("ACCESS_DENIED")
        .hasMessageContaining("secret acme/github-app");
  }

  @Test
  void writesNothingForARunThatIsNotAllowed() {
    assertThatThrownBy(
            () ->
                activities()
                    .createConfigSecrets(
                        AcmePlatform.of("alpha", "a.example.com"), WORKER, new Mandate(true, true)))
        .hasMessageContaining("NOT_ALLOWED");
    assertThat(account.calls()).isEmpty();
  }

  private ConfigSecrets create(CredentialsSource source) {
    return activities()
        .createConfigSecrets(AcmePlatform.of("alpha", "a.example.com"), source, ATTENDED);
  }

  private void create(String domain) {
    activities().createConfigSecrets(AcmePlatform.of("alpha", domain), WORKER, ATTENDED);
  }

  private ConfigSecretsActivitiesImpl activities() {
    return new ConfigSecretsActivitiesImpl(
        new Allowed(Allowance.DEFAULT),
        account.clients(),
        cluster.access(),
        new CredentialsFolder(folder));
  }
}
