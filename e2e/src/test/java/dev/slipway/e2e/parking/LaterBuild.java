package dev.slipway.e2e.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.e2e.bed.process.Modules;
import dev.slipway.e2e.bed.slipway.JavaModule;
import dev.slipway.workflows.wire.TaskQueues;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.tools.ToolProvider;

/** This checkout's install with one more step, by the recipe in CONTRIBUTING.md. */
record LaterBuild(Path classes) {
  static final String STEP = "TAKE_A_BREATH";
  private static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build();
  private static final String INSTALL = "dev/slipway/workflows/install/";
  private static final Path HISTORIES =
      Modules.folder("workflows").resolve("src/test/resources/histories");

  /** Writes and compiles it. */
  static LaterBuild in(Path folder) {
    try {
      Path sources = folder.resolve("sources");
      List<Path> written =
          List.of(
              changed(
                  sources,
                  "steps/InstallLine.java",
                  "  INSTALL_ADDONS_APPSET(",
                  "  TAKE_A_BREATH(\"Taking a breath\"),\n  INSTALL_ADDONS_APPSET("),
              changed(
                  sources,
                  "InstallPlatformImpl.java",
                  "    run.step(steps.installAddonsAppSet()",
                  "    run.step(new dev.slipway.workflows.install.steps.TakeABreath(),"
                      + " state -> Duration.ofSeconds(1));\n"
                      + "    run.step(steps.installAddonsAppSet()"),
              step(sources));
      return new LaterBuild(compiled(written, Files.createDirectories(folder.resolve("classes"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every run that was recorded on real servers goes on under this build. */
  void replayRecorded() {
    try (Stream<Path> files = Files.list(HISTORIES)) {
      files.sorted().map(LaterBuild::unpacked).forEach(this::replay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run that left this history goes on under this build. */
  void replay(String history) {
    try (LaterClasses later =
            new LaterClasses(List.of(url(classes), url(JavaModule.named("workflows").classes())));
        TestWorkflowEnvironment temporal = TemporalInMemory.open()) {
      Worker worker = temporal.newWorker(TaskQueues.DEFAULT, PATIENT);
      worker.registerWorkflowImplementationTypes(
          later.loadClass("dev.slipway.workflows.install.InstallPlatformImpl"));
      WorkflowExecutionHistory recorded = WorkflowExecutionHistory.fromJson(history);
      assertThatCode(() -> WorkflowReplayer.replayWorkflowExecution(recorded, worker))
          .doesNotThrowAnyException();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path changed(Path sources, String file, String old, String now)
      throws IOException {
    String text = source(file);
    assertThat(text).containsOnlyOnce(old);
    return written(sources, file, text.replace(old, now));
  }

  // Another timer, which runs of earlier builds do not have.
  private static Path step(Path sources) throws IOException {
    String text =
        source("steps/Settle.java")
            .replace("Settle", "TakeABreath")
            .replace("SETTLE", STEP)
            .replace(
                "  public Void run(",
                """
                  public boolean isPartOfThisRun() {
                    return Workflow.getVersion("breath", Workflow.DEFAULT_VERSION, 1) > 0;
                  }

                  @Override
                  public Void run(\
                """);
    return written(sources, "steps/TakeABreath.java", text);
  }

  private static String source(String file) throws IOException {
    return Files.readString(
        Modules.folder("workflows").resolve("src/main/java").resolve(INSTALL).resolve(file));
  }

  private static Path written(Path sources, String file, String text) throws IOException {
    Path target = sources.resolve(INSTALL).resolve(file);
    Files.createDirectories(target.getParent());
    return Files.writeString(target, text);
  }

  private static Path compiled(List<Path> sources, Path classes) {
    List<String> command = new ArrayList<>(List.of("-d", classes.toString()));
    command.addAll(List.of("--release", "17", "-parameters"));
    command.addAll(List.of("-cp", JavaModule.named("worker").classpath()));
    sources.forEach(source -> command.add(source.toString()));
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, System.err, command.toArray(String[]::new));
    assertThat(exitCode).isZero();
    return classes;
  }

  private static String unpacked(Path file) {
    try (InputStream json = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path folder) throws IOException {
    return folder.toUri().toURL();
  }
}
