package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.starter.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code slipway install} against a Temporal server, with a stand-in for the workflow. */
@Timeout(60)
class InstallTest extends ClusterOfItsOwn {
  @Test
  void installsAndWaitsWithYes() throws Exception {
    Cli.Said said = install("--wait", "--yes", "--as", "ann");
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).contains("https://cnoe.example.com").contains("200");
    assertThat(said.err())
        .contains("► The plan for " + id())
        .contains("domain     cnoe.example.com")
        .contains("auto_mode  true")
        .contains("create release argocd: chart argo-cd 9.5.0")
        .contains("⚠ zone: is shared with others")
        .contains("✔ approved by ann, plan ")
        .contains("◎ Waiting for approval")
        .contains("✔ keycloak-idp is up; 2 of 2 applications are up")
        .contains("✔ The platform is up on " + id())
        .doesNotContain("\u001b");
  }

  @Test
  void printsTheReportAsJson() throws Exception {
    JsonNode report = json(install("--wait", "--approval", "notRequired", "-o", "json"));
    assertThat(report.get("cluster").asText()).isEqualTo(id());
    assertThat(report.at("/urls/0/url").asText()).isEqualTo("https://cnoe.example.com");
  }

  @Test
  void startsAndComesBackAtOnceWithoutWait() throws Exception {
    Cli.Said said = install();
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).startsWith("platform/" + id() + " ");
    assertThat(said.err()).contains("slipway watch -w platform/" + id());
  }

  @Test
  void yesWithoutWaitApprovesAndComesBack() throws Exception {
    Cli.Said said = install("--yes", "--as", "ann");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("✔ approved by ann");
    assertThat(said.out()).startsWith("platform/" + id() + " ");
  }

  @Test
  void refusesASecondInstallAndNamesTheFirst() throws Exception {
    JsonNode first = json(install("-o", "json"));
    Cli.Said second = install();
    assertThat(second.exitCode()).isEqualTo(5);
    assertThat(second.err())
        .contains("✗ A run is going on for this cluster: platform/" + id())
        .contains(first.get("runId").asText());
  }

  @Test
  void aDeadlineEndsTheRun() throws Exception {
    Cli.Said said = install("--wait", "--deadline", "PT1S");
    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.err()).contains("✗ DEADLINE_PASSED: nobody decided within PT1S");
  }

  @Test
  void refusesARequestThatTheWorkflowWouldRefuse() throws Exception {
    Path request = Files.writeString(folder.resolve("request.json"), "{\"acount\": \"1\"}");
    Cli.Said said = install("--request", request.toString(), "--deadline", "tomorrow");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("acount").contains("deadline").contains("tomorrow");
  }

  @Test
  void refusesWhatARunCannotDoWhereItFails() throws Exception {
    Cli.Said unknown = install("--on-failure", "wait", "--notify", "ops ops");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("onFailure", "notify");
    Cli.Said contradiction = install("--on-failure", "fail", "--attention-within", "P3D");
    assertThat(contradiction.exitCode()).isEqualTo(2);
    assertThat(contradiction.err()).contains("attentionWithin");
  }

  @Test
  void takesTheRequestFromAFile() throws Exception {
    Path request =
        Files.writeString(
            folder.resolve("request.json"),
            """
            {"account": "111122223333", "approval": "notRequired", "credentials": "pushed"}
            """);
    account = null;
    Cli.Said said = install("--request", request.toString(), "--wait");
    assertThat(said.exitCode()).isZero();
    account = "111122223333";
    assertThat(said.err()).contains("The platform is up on " + id());
  }
}
