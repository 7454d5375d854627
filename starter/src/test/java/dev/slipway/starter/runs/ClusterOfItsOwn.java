package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.starter.Cli;
import dev.slipway.starter.LocalTemporal;
import dev.slipway.starter.ValidateTest;
import dev.slipway.workflows.install.InstallPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A Temporal server with a stand-in for the install, and a cluster that no other test uses. */
abstract class ClusterOfItsOwn {
  static LocalTemporal temporal;
  private static int clusters;

  @TempDir Path folder;
  String cluster;
  String account = "111122223333";

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

  Cli.Said install(String... more) throws Exception {
    return cli().run(arguments(more));
  }

  String[] arguments(String... more) throws Exception {
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

  CompletableFuture<Cli.Said> inBackground(Cli cli, String... more) throws Exception {
    String[] arguments = arguments(more);
    return CompletableFuture.supplyAsync(() -> cli.run(arguments));
  }

  Cli.Said decide(String verdict, String... more) throws Exception {
    awaitPlan();
    List<String> all = new ArrayList<>();
    all.addAll(
        List.of(verdict, "--account", account, "--region", "eu-west-3", "--cluster", cluster));
    all.addAll(List.of(more));
    return cli().run(all.toArray(String[]::new));
  }

  void approveOnceThereIsAPlan() throws Exception {
    assertThat(decide("approve", "--as", "carol").exitCode()).isZero();
  }

  void awaitPlan() {
    while (cli().run("urls", "-w", "platform/" + id()).exitCode() == 4) {
      Thread.onSpinWait();
    }
  }

  static Cli cli() {
    return temporal.cli();
  }

  String id() {
    return "111122223333/eu-west-3/" + cluster;
  }

  static JsonNode json(Cli.Said said) throws Exception {
    assertThat(said.exitCode()).as(said.err()).isZero();
    return new ObjectMapper().readTree(said.out());
  }
}
