package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.progress.FlowLine;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Lets what was just installed settle: a durable timer, as the written flow has it. */
public final class Settle implements FlowStep<Duration, Void> {
  @Override
  public FlowLine line() {
    return InstallLine.SETTLE;
  }

  @Override
  public Void run(Duration duration) {
    TimerOptions options =
        TimerOptions.newBuilder().setSummary("Settle before the AppSet chart").build();
    return Workflow.newTimer(duration, options).get();
  }
}
