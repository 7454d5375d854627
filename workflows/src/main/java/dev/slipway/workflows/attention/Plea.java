package dev.slipway.workflows.attention;

import static dev.slipway.workflows.page.Markdown.plain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.page.Markdown;
import dev.slipway.workflows.page.SignalCommand;
import dev.slipway.workflows.progress.Attention;

/** Markdown that says what a run needs a person for, and what to answer. */
final class Plea {
  private Plea() {}

  static String of(Attention attention) {
    Markdown page =
        new Markdown()
            .paragraph(
                "**Attention %d:** %s cannot go on."
                    .formatted(attention.number(), plain(attention.stepTitle())));
    attention.words().lines().forEach(line -> page.paragraph("> " + plain(line)));
    page.paragraph(
        "Since %s, tried %s. %s"
            .formatted(attention.since(), times(attention.tried()), end(attention)));
    answer(page, "When the cause is mended, to try again", attention, Answer.RETRY);
    if (attention.skippable()) {
      answer(page, "To go on without this step", attention, Answer.SKIP);
    }
    answer(page, "To end the run; what was done stays", attention, Answer.ABORT);
    return page.toString();
  }

  private static void answer(Markdown page, String purpose, Attention attention, Answer answer) {
    String input = input(attention, answer);
    page.paragraph("**%s**, send signal `%s` with".formatted(purpose, answer.word()))
        .copied(input)
        .paragraph("or in a terminal:")
        .copied(SignalCommand.of(answer.word(), input));
  }

  private static String input(Attention attention, Answer answer) {
    ObjectNode input =
        JsonNodeFactory.instance
            .objectNode()
            .put("attention", attention.number())
            .put("name", "YOUR NAME");
    return (answer == Answer.SKIP ? input.put("reason", "WHY") : input).toString();
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
