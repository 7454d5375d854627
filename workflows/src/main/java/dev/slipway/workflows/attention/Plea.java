package dev.slipway.workflows.attention;

import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.progress.Attention;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/** Markdown that says what a run needs a person for, and the exact commands to answer with. */
final class Plea {
  private Plea() {}

  static String of(Attention attention) {
    StringBuilder text = new StringBuilder();
    text.append("**Attention %d:** ".formatted(attention.number()));
    text.append(attention.stepTitle()).append(" cannot go on.\n\n");
    attention.words().lines().forEach(line -> text.append("> ").append(line).append("\n>\n"));
    text.append("\nSince ").append(attention.since());
    text.append(", tried ").append(times(attention.tried())).append(". ").append(end(attention));
    append(text, "When the cause is mended, to try again", attention, Answer.RETRY);
    if (attention.skippable()) {
      append(text, "To go on without this step", attention, Answer.SKIP);
    }
    append(text, "To end the run; what was done stays", attention, Answer.ABORT);
    return text.toString();
  }

  private static void append(
      StringBuilder text, String purpose, Attention attention, Answer answer) {
    String input = input(attention, answer);
    text.append("\n\n").append(purpose);
    text.append(", send signal `%s` with `%s`, or:\n\n".formatted(answer.word(), input));
    text.append("```\n").append(command(answer, input)).append("\n```");
  }

  private static String input(Attention attention, Answer answer) {
    String reason = answer == Answer.SKIP ? ",\"reason\":\"WHY\"" : "";
    return "{\"attention\":%d,\"name\":\"YOUR NAME\"%s}".formatted(attention.number(), reason);
  }

  private static String command(Answer answer, String input) {
    WorkflowInfo info = Workflow.getInfo();
    return "temporal workflow signal --namespace %s --workflow-id '%s' --name %s --input '%s'"
        .formatted(info.getNamespace(), info.getWorkflowId(), answer.word(), input);
  }

  private static String end(Attention attention) {
    return attention.answerBy() == null
        ? "The run waits for as long as it takes."
        : "The run fails without an answer by " + attention.answerBy() + ".";
  }

  private static String times(int tried) {
    return tried == 1 ? "once" : tried + " times";
  }
}
