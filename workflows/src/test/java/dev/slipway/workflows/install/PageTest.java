package dev.slipway.workflows.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.page.RenderedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Temporal UI shows of a run, as a person reads it and copies from it. */
final class PageTest {
  @TempDir private Path bin;
  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  @Test
  void showsPlanWarningsAndProgressAsLists() {
    install.world.preflight().warns("zone", "is *shared*");
    install.planned("").signal("approve", "7").pass(Duration.ofSeconds(5));

    assertThat(page().items())
        .contains("domain: \"idp.example.org\"", "⚠ zone: is *shared*")
        .anyMatch(item -> item.endsWith("Waiting for approval"))
        .anyMatch(item -> item.startsWith("Ignored a signal"));
  }

  @Test
  void offersTheShortestAnswerForTheSignalForm() {
    install.planned("");

    assertThat(page().copied().get(0))
        .isEqualTo("{\"approver\":\"YOUR NAME\",\"planDigest\":\"d1ce57000001\"}");
  }

  @Test
  void takesTheAnswerThatItOffers() {
    install.planned("").signal("approve", page().copied().get(0));

    assertThat(install.report().approvedBy()).isEqualTo("YOUR NAME");
  }

  @Test
  void printsACommandThatAShellTakesAsItIs() throws Exception {
    install.planned("\"approvers\":[\"Sean O'Neil; touch $HOME `x` \\\"\"]");

    List<String> words = run(page().copied().get(1));

    assertThat(words)
        .containsExactly(
            "workflow",
            "signal",
            "--name",
            "approve",
            "--namespace",
            "default",
            "--workflow-id",
            "platform/123456789012/eu-west-3/idp",
            "--input",
            "{\"approver\":\"Sean O'Neil; touch $HOME `x` \\\"\",\"planDigest\":\"d1ce57000001\"}");
    install.signal("approve", words.get(9));
    assertThat(install.report().approvedBy()).startsWith("Sean O'Neil;");
  }

  private RenderedPage page() {
    return new RenderedPage(install.details());
  }

  /** What a program named temporal is given when a person pastes the command. */
  private List<String> run(String command) throws IOException, InterruptedException {
    Path temporal = bin.resolve("temporal");
    Files.writeString(temporal, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(temporal.toFile().setExecutable(true)).isTrue();
    ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command);
    shell.environment().put("PATH", bin + ":/usr/bin:/bin");
    Process process = shell.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
