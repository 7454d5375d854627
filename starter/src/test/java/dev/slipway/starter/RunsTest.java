package dev.slipway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.install.InstallPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command against a Temporal server, with a stand-in for the install. */
@Timeout(60)
class RunsTest {
  private static LocalTemporal temporal;
  private static int clusters;

  @TempDir Path folder;
  private String cluster;
  private String account = "111122223333";

  @BeforeAll
  static void startTemporal() {
    temporal =
        new LocalTemporal(
            worker ->
                worker.registerWorkflowImplementationFactory(
                    InstallPlatform.class, FakeInstall::new));
  }

  @AfterAll
  static void stopTemporal() {
    temporal.close();
  }

  @BeforeEach
  void chooseACluster() {
    clusters++;
    cluster = "idp" + clusters;
  }

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
  void asksAPersonAtATerminal() throws Exception {
    Cli.Said said = cli().inATerminal("yes\n").run(arguments("--wait", "--as", "ann"));
    assertThat(said.exitCode()).isZero();
    assertThat(said.err())
        .contains("? Approve this plan?")
        .contains("approved by ann")
        .contains("\u001b[");
  }

  @Test
  void aNoAtTheTerminalEndsTheRun() throws Exception {
    Cli.Said said = cli().inATerminal("no\n").run(arguments("--wait", "--as", "bob"));
    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.err()).contains("✗ REJECTED: rejected by bob");
  }

  @Test
  void leavesThePlanToOthersWhenTheInputIsClosed() throws Exception {
    CompletableFuture<Cli.Said> waiting = inBackground(cli().inATerminal(""), "--wait");
    approveOnceThereIsAPlan();
    Cli.Said said = waiting.get(30, TimeUnit.SECONDS);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("slipway approve -w platform/" + id() + " --digest ");
  }

  @Test
  void withoutATerminalAColleagueApproves() throws Exception {
    CompletableFuture<Cli.Said> waiting = inBackground(cli(), "--wait");
    approveOnceThereIsAPlan();
    Cli.Said said = waiting.get(30, TimeUnit.SECONDS);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).doesNotContain("?").contains("◎ The plan waits for a decision");
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

  @Test
  void aDeadlineEndsTheRun() throws Exception {
    Cli.Said said = install("--wait", "--deadline", "PT1S");
    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.err()).contains("✗ DEADLINE_PASSED: nobody decided within PT1S");
  }

  @Test
  void approvesByClusterAndShowsThePlanFirst() throws Exception {
    install();
    Cli.Said said = decide("approve", "--as", "ann", "--comment", "go", "-o", "json");
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("► The plan for " + id()).contains("✔ approved by ann");
    assertThat(new ObjectMapper().readTree(said.out()).get("comment").asText()).isEqualTo("go");
  }

  @Test
  void refusesTheDigestOfAnotherPlan() throws Exception {
    install();
    Cli.Said said = decide("approve", "--digest", "0123456789ab");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("✗ WRONG_DIGEST: not the digest of the plan");
  }

  @Test
  void refusesSomebodyWhoIsNoApprover() throws Exception {
    Cli.Said said = install("--approver", "ann", "--as", "bob", "--yes");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("✗ NOT_AN_APPROVER: not on the list");
  }

  @Test
  void leavesThePlanToAnApproverWhereThePersonAtTheTerminalIsNone() throws Exception {
    CompletableFuture<Cli.Said> waiting =
        inBackground(cli().inATerminal("yes\n"), "--approver", "carol", "--as", "bob", "--wait");
    approveOnceThereIsAPlan();
    Cli.Said said = waiting.get(30, TimeUnit.SECONDS);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).contains("◎ The plan waits for a decision");
  }

  @Test
  void rejects() throws Exception {
    install();
    assertThat(decide("reject", "--as", "bob").exitCode()).isZero();
    Cli.Said watched = cli().run("watch", "-w", "platform/" + id());
    assertThat(watched.exitCode()).isEqualTo(3);
    assertThat(watched.err()).contains("✗ REJECTED: rejected by bob");
  }

  @Test
  void refusesADecisionOnARunThatHasEnded() throws Exception {
    install("--wait", "--yes");
    Cli.Said said = decide("approve");
    assertThat(said.exitCode()).isEqualTo(5);
    assertThat(said.err()).contains("The run has ended (COMPLETED)");
  }

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
    for (String command : new String[] {"status", "watch", "urls", "approve", "reject"}) {
      Cli.Said said = cli().run(command, "-w", "platform/nobody");
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
  void refusesARequestThatTheWorkflowWouldRefuse() throws Exception {
    Path request = Files.writeString(folder.resolve("request.json"), "{\"acount\": \"1\"}");
    Cli.Said said = install("--request", request.toString(), "--deadline", "tomorrow");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("acount").contains("deadline").contains("tomorrow");
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

  @Test
  void saysWhereTemporalWasLookedFor() {
    Cli.Said said = new Cli().with("TEMPORAL_ADDRESS", "127.0.0.1:1").run("status", "-w", "x");
    assertThat(said.exitCode()).isEqualTo(6);
    assertThat(said.err())
        .startsWith("✗ Temporal does not answer at 127.0.0.1:1; set TEMPORAL_ADDRESS");
  }

  private Cli.Said install(String... more) throws Exception {
    return cli().run(arguments(more));
  }

  private String[] arguments(String... more) throws Exception {
    Path file = folder.resolve("config.yaml");
    Files.writeString(file, ValidateTest.GOOD.replace("idp", cluster));
    List<String> all = new ArrayList<>();
    all.addAll(List.of("install", "-f", file.toString()));
    if (account != null) {
      all.addAll(List.of("--account", account));
    }
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private CompletableFuture<Cli.Said> inBackground(Cli cli, String... more) throws Exception {
    String[] arguments = arguments(more);
    return CompletableFuture.supplyAsync(() -> cli.run(arguments));
  }

  private Cli.Said decide(String verdict, String... more) throws Exception {
    awaitPlan();
    List<String> all = new ArrayList<>();
    all.addAll(
        List.of(verdict, "--account", account, "--region", "eu-west-3", "--cluster", cluster));
    all.addAll(List.of(more));
    return cli().run(all.toArray(String[]::new));
  }

  private void approveOnceThereIsAPlan() throws Exception {
    assertThat(decide("approve", "--as", "carol").exitCode()).isZero();
  }

  private void awaitPlan() {
    while (cli().run("urls", "-w", "platform/" + id()).exitCode() == 4) {
      Thread.onSpinWait();
    }
  }

  private static Cli cli() {
    return temporal.cli();
  }

  private String id() {
    return "111122223333/eu-west-3/" + cluster;
  }

  private static JsonNode json(Cli.Said said) throws Exception {
    assertThat(said.exitCode()).as(said.err()).isZero();
    return new ObjectMapper().readTree(said.out());
  }
}
