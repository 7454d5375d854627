package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.starter.Cli;
import dev.slipway.starter.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the command shows of a run. */
@Timeout(60)
class StatusTest extends ClusterOfItsOwn {
  @Test
  void showsTheStatusInEightyColumns() throws Exception {
    JsonNode run = json(install("-o", "json"));
    awaitPlan();
    Cli.Said said = cli().run("status", "-w", "platform/" + id());
    assertThat(said.exitCode()).isZero();
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches(
        "status.txt",
        said.out()
            .replace(run.get("runId").asText(), "RUN")
            .replaceAll("started \\S+", "started TIME,")
            .replace(cluster, "CLUSTER"));
  }

  @Test
  void showsTheStatusAsJson() throws Exception {
    install();
    awaitPlan();
    JsonNode status = json(cli().run("status", "-w", "platform/" + id(), "-o", "json"));
    assertThat(status.at("/run/status").asText()).isEqualTo("RUNNING");
    assertThat(status.at("/progress/status").asText()).isEqualTo("AWAITING_APPROVAL");
    assertThat(status.at("/applications/1/name").asText()).isEqualTo("keycloak-idp");
  }

  @Test
  void asksTheRunForItsUrls() throws Exception {
    install();
    awaitPlan();
    JsonNode urls = json(cli().run("urls", "-w", "platform/" + id(), "-o", "json"));
    assertThat(urls.get(1).get("url").asText()).isEqualTo("https://cnoe.example.com/argocd");
  }

  @Test
  void doesNotKnowAnUnknownRun() {
    for (String command :
        List.of("status", "watch", "urls", "approve", "reject", "resolve --retry")) {
      Cli.Said said = cli().run((command + " -w platform/nobody").split(" "));
      assertThat(said.exitCode()).as(command).isEqualTo(4);
      assertThat(said.err()).isEqualTo("✗ There is no run platform/nobody in this namespace\n");
    }
  }

  @Test
  void saysThatNoWorkerAnswersAndShowsWhatTemporalKnows() {
    temporal.start("InstallPlatform", "platform/idle", "idle");
    Cli.Said said = cli().run("status", "-w", "platform/idle");
    assertThat(said.exitCode()).isEqualTo(7);
    assertThat(said.out()).startsWith("platform/idle run ").contains("RUNNING");
    assertThat(said.err()).startsWith("⚠ No worker answers for platform/idle.");
  }

  @Test
  void saysWhereTemporalWasLookedFor() {
    Cli.Said said = new Cli().with("TEMPORAL_ADDRESS", "127.0.0.1:1").run("status", "-w", "x");
    assertThat(said.exitCode()).isEqualTo(6);
    assertThat(said.err())
        .startsWith("✗ Temporal does not answer at 127.0.0.1:1; set TEMPORAL_ADDRESS");
  }

  @Test
  void tellsHowADoomedRunEnded() throws Exception {
    cluster = "doomed";
    Cli.Said said = install("--wait", "--yes");
    assertThat(said.exitCode()).isEqualTo(1);
    assertThat(said.err())
        .contains(
            """
            ✗ APPLICATIONS_NOT_HEALTHY: keycloak-doomed: Unknown, Healthy
              Applications were not up in time. Whoever keeps packages/ or the cluster mends each\
             one that is named.
            """);
    Cli.Said status = cli().run("status", "-w", "platform/" + id());
    assertThat(status.exitCode()).isZero();
    assertThat(status.out()).contains("FAILED").contains("✗ APPLICATIONS_NOT_HEALTHY");
  }
}
