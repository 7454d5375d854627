package dev.slipway.activities.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.aws.AwsAccount;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsExaminerTest {
  private static final String OURS = "123456789012/eu-west-3/alpha";

  @TempDir private Path folder;
  private final AwsAccount account = new AwsAccount();
  private final AccountSecrets secrets = new AccountSecrets(account);
  private final Findings findings = new Findings();

  @BeforeEach
  void mountCredentials() throws IOException {
    Files.writeString(
        folder.resolve("argocd-github.yaml"),
        """
        url: https://github.com/acme
        appId: "12"
        installationId: "34"
        privateKey: "-----BEGIN RSA PRIVATE KEY-----"
        """);
  }

  @AfterEach
  void close() {
    secrets.close();
    account.close();
  }

  @Test
  void doesNotPlanToCreateWhatItMayNotRead() {
    account.aws().deny("secretsmanager:GetSecretValue");

    assertThatThrownBy(() -> examine(CredentialsSource.WORKER))
        .hasMessageContaining("ACCESS_DENIED")
        .hasMessageContaining("value of secret acme/github-app");
  }

  @Test
  void plansToCreateWhatIsNotThere() {
    examine(CredentialsSource.WORKER);

    assertThat(findings.changes())
        .extracting(Change::action, Change::object)
        .containsExactly(
            tuple("CREATE", "secret acme/github-app"), tuple("CREATE", "secret acme/config"));
    assertThat(findings.blockers()).isEmpty();
    assertThat(findings.warnings()).isEmpty();
  }

  @Test
  void changesNothingItself() {
    examine(CredentialsSource.WORKER);

    assertThat(account.calls())
        .containsOnly("GetCallerIdentity", "DescribeSecret", "GetSecretValue");
  }

  @Test
  void plansANewVersionOfAnotherValue() {
    secrets
        .holds("acme/config", "{\"domain\":\"old\"}")
        .tagged("acme/config", "slipway:cluster", OURS);
    examine(CredentialsSource.WORKER);

    assertThat(findings.changes())
        .contains(new Change("CHANGE", "secret acme/config", "a new version"));
  }

  @Test
  void leavesAnEqualValueHoweverItIsWritten() {
    String same = AcmePlatform.of("alpha", "a.example.com").config().asJson().toPrettyString();
    secrets.holds("acme/config", same).tagged("acme/config", "slipway:cluster", OURS);
    examine(CredentialsSource.WORKER);

    assertThat(findings.changes())
        .contains(new Change("LEAVE", "secret acme/config", "up to date"));
  }

  @Test
  void showsARestoreAsAChange() {
    secrets
        .holds("acme/config", "{}")
        .tagged("acme/config", "slipway:cluster", OURS)
        .inDeletion("acme/config");
    examine(CredentialsSource.WORKER);

    assertThat(findings.changes())
        .contains(new Change("CHANGE", "secret acme/config", "restored from its deletion window"));
  }

  @Test
  void isBlockedByAnotherOwner() {
    secrets
        .holds("acme/config", "{}")
        .tagged("acme/config", "slipway:cluster", "123456789012/eu-west-3/beta");
    examine(CredentialsSource.WORKER);

    assertThat(findings.blockers())
        .containsExactly(
            new Finding(
                "secret acme/config",
                "secret acme/config belongs to cluster 123456789012/eu-west-3/beta;"
                    + " it is not overwritten"));
  }

  @Test
  void isBlockedByIncompleteCredentials() throws IOException {
    Files.writeString(folder.resolve("argocd-github.yaml"), "url: https://github.com/acme");
    examine(CredentialsSource.WORKER);

    assertThat(findings.blockers())
        .extracting(Finding::message)
        .contains("the worker's credentials: argocd-github.appId: is missing");
  }

  @Test
  void isBlockedByASecretThatWasNotPushed() {
    examine(CredentialsSource.PUSHED);

    assertThat(findings.blockers())
        .containsExactly(
            new Finding(
                "secret acme/github-app", "it was not pushed: slipway secrets push does it"));
  }

  private void examine(CredentialsSource source) {
    new SecretsExaminer(account.clients(), new CredentialsFolder(folder))
        .examine(
            new ExamineRequest(
                AcmePlatform.of("alpha", "a.example.com"),
                new Owner("default", "w", "r"),
                source,
                false,
                false,
                false,
                false,
                List.of()),
            findings);
  }
}
