package dev.slipway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.standins.aws.StandInAws;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsPushTest {
  private static final String SECRET = "cnoe-ref-impl/idp/github-app";
  private static final String CONFIG = "cnoe-ref-impl/idp/config";
  private static final String CLUSTER = "111122223333/eu-west-3/idp";

  private static final String OPERATOR = "AKIDOPERATOR";

  @TempDir Path folder;
  private final StandInAws aws = StandInAws.start("111122223333", Clock.systemUTC());
  private final AccountSecrets secrets = new AccountSecrets(aws);

  @BeforeEach
  void start() throws Exception {
    System.setProperty("aws.accessKeyId", OPERATOR);
    System.setProperty("aws.secretAccessKey", "test");
    String key = "privateKey: |\n  -----BEGIN RSA PRIVATE KEY-----\n  planted-key\n";
    write("config.yaml", ValidateTest.GOOD + "tags:\n  env: dev\n");
    write(
        "private/argocd-github.yaml",
        "url: https://github.com/acme\nappId: 1\ninstallationId: 2\n" + key);
    write(
        "private/backstage-github.yaml",
        "appId: 3\nwebhookUrl: https://hook.example.com\nclientId: Iv1.a\n"
            + "clientSecret: planted-secret\nwebhookSecret: planted-hook\n"
            + key);
  }

  @AfterEach
  void stop() {
    secrets.close();
    aws.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void claimsTheSecretWithItsOwner() throws Exception {
    Cli.Said said = push();
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).isEqualTo(SECRET + "\n");
    assertThat(said.err()).isEqualTo("✔ " + SECRET + " created\n");
    assertThat(secrets.tags(SECRET))
        .containsEntry("slipway:cluster", CLUSTER)
        .containsEntry("env", "dev");
    assertThat(new ObjectMapper().readTree(secrets.value(SECRET)))
        .anyMatch(app -> app.path("clientSecret").asText().equals("planted-secret"));
  }

  @Test
  void leavesAnEqualSecretAlone() throws Exception {
    push();
    int before = aws.calls(OPERATOR).size();
    assertThat(push().err()).isEqualTo("✔ " + SECRET + " left alone\n");
    assertThat(aws.calls(OPERATOR).stream().skip(before))
        .containsOnly("GetCallerIdentity", "DescribeSecret", "GetSecretValue");
  }

  @Test
  void writesAChangedValue() throws Exception {
    push();
    write("private/other.yaml", "a: b\n");
    assertThat(push().err()).isEqualTo("✔ " + SECRET + " updated\n");
    assertThat(secrets.value(SECRET)).contains("other");
  }

  @Test
  void doesNotOverwriteAnotherClustersSecret() throws Exception {
    secrets.holds(SECRET, "{}");
    secrets.tagged(SECRET, "slipway:cluster", "111122223333/eu-west-3/beta");
    Cli.Said said = push();
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err())
        .isEqualTo(
            "✗ The secret cnoe-ref-impl/idp/github-app belongs to cluster"
                + " 111122223333/eu-west-3/beta; it is not overwritten. Set secret_prefix in"
                + " config.yaml to have one of your own\n");
    assertThat(secrets.value(SECRET)).isEqualTo("{}");
    assertThat(secrets.tags(SECRET))
        .containsEntry("slipway:cluster", "111122223333/eu-west-3/beta");
  }

  @Test
  void doesNotTouchASecretOfNobodyKnown() throws Exception {
    secrets.holds(SECRET, "{}");
    assertThat(push().exitCode()).isEqualTo(5);
    assertThat(secrets.value(SECRET)).isEqualTo("{}");
  }

  @Test
  void adoptsUpstreamsSecretWhoseConfigNamesThisCluster() throws Exception {
    secrets.holds(SECRET, "{}");
    secrets.holds(CONFIG, "{\"cluster_name\": \"idp\"}");
    assertThat(push().exitCode()).isZero();
    assertThat(secrets.tags(SECRET)).containsEntry("slipway:cluster", CLUSTER);
    assertThat(secrets.value(SECRET)).contains("planted-secret");
  }

  @Test
  void restoresOurSecretFromItsDeletionWindow() throws Exception {
    secrets.holds(SECRET, "{}");
    secrets.tagged(SECRET, "slipway:cluster", CLUSTER);
    secrets.inDeletion(SECRET);
    assertThat(push().exitCode()).isZero();
    assertThat(secrets.isInDeletion(SECRET)).isFalse();
    assertThat(secrets.value(SECRET)).contains("planted-secret");
  }

  @Test
  void writesNothingWhileKeysAreMissing() throws Exception {
    write("private/backstage-github.yaml", "appId: 3\n");
    Cli.Said said = push();
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("backstage-github.clientSecret: is missing");
    assertThat(aws.calls(OPERATOR)).isEmpty();
  }

  @Test
  void refusesCredentialsOfAnotherAccount() throws Exception {
    Cli.Said said = push("--account", "999900001111");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("of account 111122223333, not 999900001111");
    assertThat(aws.calls(OPERATOR)).containsExactly("GetCallerIdentity");
  }

  @Test
  void saysWhatAwsRefused() throws Exception {
    aws.deny("sts:GetCallerIdentity");
    Cli.Said said = push();
    assertThat(said.exitCode()).isEqualTo(8);
    assertThat(said.err()).startsWith("✗ AWS refused to name your account: ");
  }

  @Test
  void neverPrintsAValue() throws Exception {
    List<Cli.Said> all = new ArrayList<>(List.of(push(), push("-o", "json")));
    write("private/argocd-github.yaml", "privateKey: \"planted-key: [\n");
    all.add(push());
    aws.deny("secretsmanager:DescribeSecret");
    all.add(push());
    assertThat(all).allMatch(said -> !(said.out() + said.err()).contains("planted"));
  }

  private Cli.Said push(String... more) {
    List<String> arguments = new ArrayList<>(List.of("secrets", "push"));
    arguments.addAll(List.of("-f", folder.resolve("config.yaml").toString()));
    arguments.addAll(List.of("--dir", folder.resolve("private").toString()));
    arguments.addAll(List.of(more));
    return new Cli()
        .with("AWS_ENDPOINT_URL", aws.endpoint().toString())
        .run(arguments.toArray(String[]::new));
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
