package dev.slipway.starter.view;

import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.progress.Attention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a parked run needs a person for, and how to answer: nothing is cut off. */
public final class AttentionText {
  private AttentionText() {}

  /** What failed and since when. */
  public static List<String> of(Attention attention, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add("Attention %d: %s cannot go on".formatted(attention.number(), attention.stepTitle()));
    attention.words().lines().forEach(line -> lines.add("  " + line));
    lines.add(
        "  parked for %s, tried %d %s%s"
            .formatted(
                ProgressText.duration(Duration.between(attention.since(), now)),
                attention.tried(),
                attention.tried() == 1 ? "time" : "times",
                end(attention)));
    return lines;
  }

  /** The commands to answer with. */
  public static List<String> commands(String workflowId, Attention attention) {
    List<String> lines = new ArrayList<>();
    lines.add(command(workflowId, attention, Answer.RETRY));
    if (attention.skippable()) {
      lines.add(command(workflowId, attention, Answer.SKIP) + " --reason WHY");
    }
    lines.add(command(workflowId, attention, Answer.ABORT));
    return lines;
  }

  private static String command(String workflowId, Attention attention, Answer answer) {
    return "slipway resolve -w %s --attention %d --%s"
        .formatted(workflowId, attention.number(), answer.word());
  }

  private static String end(Attention attention) {
    return attention.answerBy() == null
        ? "; waits for as long as it takes"
        : "; fails without an answer by " + attention.answerBy();
  }
}
