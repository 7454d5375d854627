package dev.slipway.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.allowance.Allowance;
import dev.slipway.activities.aws.AwsAccess;
import dev.slipway.activities.notification.Receiver;
import dev.slipway.activities.notification.Receiver.Format;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerConfigurationTest {
  @TempDir private Path folder;

  @Test
  void theShippedFileTakesItsSettingsFromTheEnvironment() throws Exception {
    WorkerConfiguration read =
        read(
            Path.of("worker.yml"),
            Map.of("SLIPWAY_TASK_QUEUE", "slipway-vpc", "SLIPWAY_DRAIN_GRACE", "45s"));

    assertThat(read.taskQueue()).isEqualTo("slipway-vpc");
    assertThat(read.drainGrace()).isEqualTo(Duration.ofSeconds(45));
    assertThat(read.slots().helm()).isEqualTo(2);
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestKnownOne() throws Exception {
    assertThatThrownBy(() -> read("drainGrade: 10s"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Unrecognized field at: drainGrade")
        .hasMessageContaining("Did you mean?:\n      - drainGrace");
  }

  @Test
  void allBadValuesAreReportedTogether() throws Exception {
    assertThatThrownBy(
            () ->
                read(
                    """
                    taskQueue: ""
                    tokenRenewal: 1s
                    slots: {workflowTasks: 0, activities: 1, helm: 0, cachedWorkflows: 1, workflowThreads: 2}
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("taskQueue must not be blank")
        .hasMessageContaining("tokenRenewal must be greater than or equal to 5 SECONDS")
        .hasMessageContaining("slots.workflowTasks must be greater than or equal to 2")
        .hasMessageContaining("slots.helm must be greater than or equal to 1");
  }

  @Test
  void allowsTheOwnAccountAndNoRoleWhereNothingIsSaid() throws Exception {
    Allowance shipped = read(Path.of("worker.yml"), Map.of()).activitySettings().aws().allowance();

    assertThat(shipped).isEqualTo(Allowance.DEFAULT);
    assertThat(read("taskQueue: a").activitySettings().aws().allowance()).isEqualTo(shipped);
  }

  @Test
  void allowsWhatTheEnvironmentSays() throws Exception {
    AwsAccess read =
        read(
                Path.of("worker.yml"),
                Map.of(
                    "SLIPWAY_ALLOW_ACCOUNTS", "[own, \"012345670123\"]",
                    "SLIPWAY_ALLOW_ROLES", "[\"arn:aws:iam::012345670123:role/*\"]",
                    "SLIPWAY_ALLOW_WITHOUT_APPROVAL", "[\"*/*/dev-*\"]",
                    "SLIPWAY_EXTERNAL_ID", "acme"))
            .activitySettings()
            .aws();

    assertThat(read)
        .isEqualTo(
            new AwsAccess(
                new Allowance(
                    List.of("own", "012345670123"),
                    List.of("*"),
                    List.of("arn:aws:iam::012345670123:role/*"),
                    List.of("*/*/dev-*"),
                    false),
                "acme"));
  }

  @Test
  void refusesAPatternThatNothingCouldMatch() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    allow: {accounts: [012345670123], roles: [admin], withoutApproval: [dev-a]}
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "allow.accounts[0].<list element> must be own, or twelve digits in quotes, or hold a *")
        .hasMessageContaining("allow.roles[0].<list element> must be the ARN of a role, or *")
        .hasMessageContaining("allow.withoutApproval[0]");
  }

  @Test
  void tellsNobodyWhereNothingIsSaid() throws Exception {
    assertThat(read(Path.of("worker.yml"), Map.of()).activitySettings().receivers().all())
        .isEmpty();
    assertThat(read("taskQueue: a").activitySettings().receivers().all()).isEmpty();
  }

  @Test
  void takesWebhooksFromTheEnvironment() throws Exception {
    WorkerConfiguration read =
        read(
            Path.of("worker.yml"),
            Map.of(
                "SLIPWAY_WEBHOOKS",
                "{team: {format: slack, urlFile: private/team},"
                    + " ops: {format: cloudEvents, url: 'https://a.org/?b={c}', secretFile: s}}"));

    assertThat(read.activitySettings().receivers().all())
        .containsExactly(
            new Receiver("team", Format.SLACK, null, Path.of("private/team"), null),
            new Receiver("ops", Format.CLOUD_EVENTS, "https://a.org/?b={c}", null, Path.of("s")));
  }

  @Test
  void saysWhatEveryWebhookLacks() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    webhooks:
                      team: {format: teams, url: team.example.org, secretFile: s}
                      ops: {format: cloudEvents, url: "https://a.org", urlFile: b}
                      pager: {format: slack, secretFile: s}
                      a b:
                    """))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("webhooks[team].format must be cloudEvents or slack")
        .hasMessageContaining("webhooks[team].url must be an https:// or http:// URL")
        .hasMessageContaining("webhooks[ops].address must be given by either url or urlFile")
        .hasMessageContaining(
            "webhooks[ops].signature needs a secretFile with cloudEvents, and has none with slack")
        .hasMessageContaining("webhooks[pager].address must be given by either url or urlFile")
        .hasMessageContaining(
            "webhooks[pager].signature needs a secretFile with cloudEvents, and has none with slack")
        .hasMessageContaining("must be named by letters, digits, _ and -")
        .hasMessageContaining("must not be null");
  }

  private WorkerConfiguration read(String yaml) throws Exception {
    return read(Files.writeString(folder.resolve("worker.yml"), yaml), Map.of());
  }

  private static WorkerConfiguration read(Path file, Map<String, String> environment)
      throws Exception {
    return new DefaultConfigurationFactoryFactory<WorkerConfiguration>()
        .create(
            WorkerConfiguration.class, Validators.newValidator(), Jackson.newObjectMapper(), "dw")
        .build(
            new SubstitutingSourceProvider(
                new FileConfigurationSourceProvider(), new StringSubstitutor(environment)),
            file.toString());
  }
}
