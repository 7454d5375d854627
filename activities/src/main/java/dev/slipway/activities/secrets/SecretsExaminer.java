package dev.slipway.activities.secrets;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.credentials.GithubAppSecret;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.secrets.SecretClaim;
import dev.slipway.workflows.secrets.SecretClaims;
import dev.slipway.workflows.secrets.SecretStore;
import dev.slipway.workflows.secrets.SecretValue;
import java.util.List;
import java.util.Optional;

/** Both AWS secrets: whose they are, what would be done to them, and whether they are complete. */
public final class SecretsExaminer implements Examiner {
  private final AwsClients aws;
  private final CredentialsFolder credentialsFolder;

  public SecretsExaminer(AwsClients aws, CredentialsFolder credentialsFolder) {
    this.aws = aws;
    this.credentialsFolder = credentialsFolder;
  }

  @Override
  public String subject(Platform platform) {
    return "secrets " + platform.config().secretPrefix();
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Platform platform = request.platform();
    SecretStore store = new AwsSecretStore(aws.secretsManager(platform.target()));
    SecretClaims claims = new SecretClaims(store, platform.target().cluster(), platform.config());
    SecretClaim githubApp = claims.look(platform.config().githubAppSecret());
    if (request.credentials() == CredentialsSource.PUSHED) {
      examinePushed(store, githubApp, findings);
    } else {
      examineOwn(store, githubApp, findings);
    }
    SecretClaim config = claims.look(platform.config().configSecret());
    examineWritten(store, config, platform.config().asJson().toString(), findings);
  }

  private void examineOwn(SecretStore store, SecretClaim claim, Findings findings) {
    GithubAppSecret own = credentialsFolder.read();
    report(claim.name(), "the worker's credentials: ", own.problems(), findings);
    if (own.problems().isEmpty()) {
      examineWritten(store, claim, own.json(), findings);
    } else if (claim.state() == SecretClaim.State.FOREIGN) {
      findings.blocker(subject(claim.name()), claim.refusal());
    }
  }

  private static void examinePushed(SecretStore store, SecretClaim claim, Findings findings) {
    String subject = subject(claim.name());
    switch (claim.state()) {
      case FREE, RESTORABLE ->
          findings.blocker(subject, "it was not pushed: slipway secrets push does it");
      case FOREIGN -> findings.blocker(subject, claim.refusal());
      case OURS, ADOPTABLE -> {
        report(claim.name(), "", problems(store.value(claim.name())), findings);
        findings.change(Action.LEAVE, subject, "as it was pushed");
      }
    }
  }

  private static void examineWritten(
      SecretStore store, SecretClaim claim, String value, Findings findings) {
    String subject = subject(claim.name());
    switch (claim.state()) {
      case FREE -> {
        requireReadable(store, claim.name());
        findings.change(Action.CREATE, subject, "the right to create it shows when it is done");
      }
      case RESTORABLE ->
          findings.change(Action.CHANGE, subject, "restored from its deletion window");
      case FOREIGN -> findings.blocker(subject, claim.refusal());
      case ADOPTABLE ->
          findings.change(
              Action.ADOPT, subject, "it has no owner, and its configuration is this cluster's");
      case OURS -> {
        boolean same = store.value(claim.name()).filter(it -> it.saysTheSameAs(value)).isPresent();
        findings.change(
            same ? Action.LEAVE : Action.CHANGE, subject, same ? "up to date" : "a new version");
      }
    }
  }

  /** AWS refuses who may not read before it says that there is nothing. */
  private static void requireReadable(SecretStore store, String name) {
    store.value(name);
  }

  private static List<String> problems(Optional<SecretValue> value) {
    return value
        .map(present -> GithubAppSecret.problemsOf(present.json()))
        .orElse(List.of("it has no value"));
  }

  private static void report(String name, String where, List<String> problems, Findings findings) {
    problems.forEach(problem -> findings.blocker(subject(name), where + problem));
  }

  private static String subject(String name) {
    return "secret " + name;
  }
}
