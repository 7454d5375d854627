package dev.slipway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

  @TempDir Path folder;
  private FakeAws aws;

  @BeforeEach
  void start() throws Exception {
    aws = new FakeAws();
    System.setProperty("aws.accessKeyId", "test");
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
    assertThat(aws.secrets.get(SECRET).tags)
        .containsEntry("slipway:cluster", CLUSTER)
        .containsEntry("env", "dev");
    assertThat(new ObjectMapper().readTree(aws.secrets.get(SECRET).value))
        .anyMatch(app -> app.path("clientSecret").asText().equals("planted-secret"));
  }

  @Test
  void leavesAnEqualSecretAlone() throws Exception {
    push();
    aws.calls.clear();
    assertThat(push().err()).isEqualTo("✔ " + SECRET + " left alone\n");
    assertThat(aws.calls).containsOnly("DescribeSecret", "GetSecretValue");
  }

  @Test
  void writesAChangedValue() throws Exception {
    push();
    write("private/other.yaml", "a: b\n");
    assertThat(push().err()).isEqualTo("✔ " + SECRET + " updated\n");
    assertThat(aws.secrets.get(SECRET).value).contains("other");
  }

  @Test
  void doesNotOverwriteAnotherClustersSecret() throws Exception {
    FakeAws.Stored stored = aws.holds(SECRET, "{}");
    stored.tags.put("slipway:cluster", "111122223333/eu-west-3/beta");
    Cli.Said said = push();
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("belongs to cluster 111122223333/eu-west-3/beta");
    assertThat(stored.value).isEqualTo("{}");
    assertThat(stored.tags).containsEntry("slipway:cluster", "111122223333/eu-west-3/beta");
  }

  @Test
  void doesNotTouchASecretOfNobodyKnown() throws Exception {
    aws.holds(SECRET, "{}");
    assertThat(push().exitCode()).isEqualTo(5);
    assertThat(aws.secrets.get(SECRET).value).isEqualTo("{}");
  }

  @Test
  void adoptsUpstreamsSecretWhoseConfigNamesThisCluster() throws Exception {
    aws.holds(SECRET, "{}");
    aws.holds(CONFIG, "{\"cluster_name\": \"idp\"}");
    assertThat(push().exitCode()).isZero();
    assertThat(aws.secrets.get(SECRET).tags).containsEntry("slipway:cluster", CLUSTER);
    assertThat(aws.secrets.get(SECRET).value).contains("planted-secret");
  }

  @Test
  void restoresOurSecretFromItsDeletionWindow() throws Exception {
    FakeAws.Stored stored = aws.holds(SECRET, "{}");
    stored.tags.put("slipway:cluster", CLUSTER);
    stored.deleted = Instant.parse("2026-01-01T10:00:00Z");
    assertThat(push().exitCode()).isZero();
    assertThat(stored.deleted).isNull();
    assertThat(stored.value).contains("planted-secret");
  }

  @Test
  void writesNothingWhileKeysAreMissing() throws Exception {
    write("private/backstage-github.yaml", "appId: 3\n");
    Cli.Said said = push();
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("backstage-github.clientSecret: is missing");
    assertThat(aws.calls).isEmpty();
  }

  @Test
  void refusesCredentialsOfAnotherAccount() throws Exception {
    Cli.Said said = push("--account", "999900001111");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("of account 111122223333, not 999900001111");
    assertThat(aws.calls).isEmpty();
  }

  @Test
  void saysWhatAwsRefused() throws Exception {
    aws.denying = true;
    Cli.Said said = push();
    assertThat(said.exitCode()).isEqualTo(8);
    assertThat(said.err()).startsWith("✗ AWS refused to name your account: ");
  }

  @Test
  void neverPrintsAValue() throws Exception {
    List<Cli.Said> all = new ArrayList<>(List.of(push(), push("-o", "json")));
    write("private/argocd-github.yaml", "privateKey: \"planted-key: [\n");
    all.add(push());
    aws.denying = true;
    all.add(push());
    assertThat(all).allMatch(said -> !(said.out() + said.err()).contains("planted"));
  }

  private Cli.Said push(String... more) {
    List<String> arguments = new ArrayList<>(List.of("secrets", "push"));
    arguments.addAll(List.of("-f", folder.resolve("config.yaml").toString()));
    arguments.addAll(List.of("--dir", folder.resolve("private").toString()));
    arguments.addAll(List.of(more));
    return new Cli().with("AWS_ENDPOINT_URL", aws.url()).run(arguments.toArray(String[]::new));
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
