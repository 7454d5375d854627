package dev.slipway.workflows.page;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/** How a person answers the run that is being executed, in the Temporal CLI. */
public final class SignalCommand {
  private SignalCommand() {}

  /**
   * A command for a POSIX shell, over several lines so that a narrow panel cuts nothing off.
   *
   * @param signal a name of our own, such as {@code approve}
   * @param input JSON
   */
  public static String of(String signal, String input) {
    WorkflowInfo run = Workflow.getInfo();
    return String.join(
        " \\\n  ",
        "temporal workflow signal --name " + signal,
        "--namespace " + quoted(run.getNamespace()),
        "--workflow-id " + quoted(run.getWorkflowId()),
        "--input " + quoted(input));
  }

  /** One word for the shell, whatever is in it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
