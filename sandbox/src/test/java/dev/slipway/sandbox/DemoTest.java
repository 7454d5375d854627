package dev.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person without a terminal starts it: one process, looked at when it has ended. */
@Timeout(900)
class DemoTest {
  private static final Pattern PID = Pattern.compile("\\(pid (\\d+)\\)");

  @TempDir private static Path folder;
  private static int exitCode;
  private static String output;

  @BeforeAll
  static void play() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dslipway.home=" + Path.of("").toAbsolutePath().getParent(),
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Demo.class.getName(),
            "--fast");
    builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream text = process.getInputStream()) {
      output = new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
    exitCode = process.waitFor();
  }

  @Test
  void installsEverything() {
    assertThat(exitCode).as(output).isZero();
    assertThat(output)
        .containsSubsequence(
            "(13 of 13)", "✔ Reporting the URLs", "✔ Writing down what was installed");
    assertThat(output).contains("https://backstage.harbour.example.com");
  }

  @Test
  void saysFirstAndLastWhatIsAStandIn() {
    String warning = "⚠ Stand-ins in this process";
    assertThat(output.indexOf(warning)).isBetween(0, output.indexOf("The request"));
    assertThat(output.lastIndexOf(warning)).isGreaterThan(output.indexOf("\nInstalled\n"));
  }

  @Test
  void agreesBySignalWhereThereIsNoTerminal() {
    assertThat(output)
        .containsSubsequence(
            "The plan ",
            "domain: harbour.example.com",
            "account: 111122223333",
            "✚ namespace argocd",
            "There is no terminal to ask at",
            "► Sending signal approve",
            "✔ Waiting for approval");
  }

  @Test
  void parksWhereAStepNeedsAPersonAndGoesOnFromThere() {
    assertThat(output)
        .containsSubsequence(
            "✗ Creating the configuration secrets",
            "\nParked\n",
            "ACCESS_DENIED: ",
            "secretsmanager:CreateSecret",
            "✚ Somebody grants secretsmanager:CreateSecret",
            "► Sending signal retry",
            "✔ Creating the configuration secrets");
    assertThat(output).containsOnlyOnce("✔ Claiming the cluster");
  }

  @Test
  void goesOnAfterTheWorkerWasKilled() {
    assertThat(output)
        .containsSubsequence(
            "► Settling for 10 seconds",
            "✗ kill -9",
            "► Starting another worker",
            "✔ Settling for 10 seconds",
            "✔ Installing the AppSet chart");
  }

  @Test
  void showsWhatHoldsAnAddonUp() {
    assertThat(output.replaceAll("\\s+", " "))
        .containsPattern(
            "⚠ backstage-harbour failed to sync: [^⚠►✔]*could not get secret data from provider");
  }

  @Test
  void asksForASyncInsteadOfWaitingForTheRetry() {
    assertThat(output.replaceAll("\\s+", " "))
        .contains("► slipway asks Argo CD to sync backstage-harbour now");
  }

  @Test
  void readsTheSameInALog() {
    assertThat(output).doesNotContain("\u001b").doesNotContain("\r").doesNotContain("\tat ");
  }

  @Test
  void leavesNothingBehind() throws IOException {
    List<Long> pids = PID.matcher(output).results().map(DemoTest::pid).toList();
    assertThat(pids).hasSize(2).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("slipway-demo-"));
    }
  }

  private static long pid(MatchResult match) {
    return Long.parseLong(match.group(1));
  }
}
