package dev.slipway.starter.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.starter.option.Output;
import dev.slipway.starter.option.RunOptions;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.run.TemporalConnection;
import dev.slipway.starter.view.AttentionText;
import dev.slipway.starter.view.ProgressText;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.people.RunProblem;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.progress.Attention;
import dev.slipway.workflows.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows where a run stands. */
@Command(
    name = "status",
    sortOptions = false,
    description = "Shows where the newest run of a cluster stands.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway status -f config.yaml",
      "  slipway status -w platform/111122223333/eu-west-3/idp -o json",
      "",
      "Exit code 0 whenever the status could be told, also of a failed run."
    })
public final class Status implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private RunOptions run;
  @Mixin private Output output;

  public Status(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * What is printed as JSON.
   *
   * @param progress null where no worker answered
   * @param outcome null while the run goes on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StatusData(
      RunState run, Progress progress, List<Application> applications, RunOutcome outcome) {}

  @Override
  public Integer call() {
    String workflowId = run.workflowId(surroundings);
    try (TemporalConnection temporal = TemporalConnection.open(surroundings)) {
      RunClient runs = temporal.runs();
      RunState state = runs.describe(workflowId);
      RunOutcome outcome = state.isOpen() ? null : runs.outcome(state);
      StatusData known = new StatusData(state, null, List.of(), outcome);
      if (state.isPaused()) {
        return paused(known);
      }
      try {
        print(asked(runs, state, outcome));
        return ExitCode.OK.code();
      } catch (RunProblem e) {
        // Between two questions an operator may pause it.
        return e.kind() == RunProblem.Kind.PAUSED ? paused(known) : withoutWorker(e, known);
      }
    }
  }

  private static StatusData asked(RunClient runs, RunState state, RunOutcome outcome) {
    List<Application> applications =
        runs.applications(state).map(Picture::applications).orElse(List.of());
    return new StatusData(state, runs.progress(state), applications, outcome);
  }

  private int paused(StatusData known) {
    print(known);
    surroundings.console().warning(known.run().pausedWords());
    return ExitCode.OK.code();
  }

  // Of a run that has ended, Temporal itself knows what matters.
  private int withoutWorker(RunProblem e, StatusData known) {
    if (e.kind() != RunProblem.Kind.NO_WORKER) {
      throw e;
    }
    print(known);
    if (known.outcome() != null) {
      return ExitCode.OK.code();
    }
    surroundings.console().warning(e.getMessage());
    return ExitCode.of(e.kind()).code();
  }

  private void print(StatusData data) {
    output.print(surroundings, data, () -> lines(data));
  }

  private List<String> attention(StatusData data) {
    List<String> lines = new ArrayList<>();
    if (data.run().isOpen() && data.progress().needsAttention()) {
      Attention attention = data.progress().attention();
      lines.addAll(AttentionText.of(attention, surroundings.clock().instant()));
      lines.add("When the cause is mended, or to end the run:");
      AttentionText.commands(data.run().workflowId(), attention)
          .forEach(command -> lines.add("  " + command));
    }
    return lines;
  }

  private List<String> lines(StatusData data) {
    List<String> lines = new ArrayList<>();
    lines.add(data.run().workflowId() + " run " + data.run().runId());
    lines.add("started " + data.run().startedAt() + ", " + data.run().status());
    if (data.progress() != null) {
      lines.addAll(
          ProgressText.of(data.progress(), data.applications(), surroundings.clock().instant()));
      lines.addAll(attention(data));
    }
    if (data.outcome() != null && !data.outcome().succeeded()) {
      lines.add("✗ " + data.outcome().words().replace("\n", "\n  "));
    }
    return lines;
  }
}
