package dev.slipway.workflows.attention;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.answers.NotUnderstood;
import dev.slipway.workflows.answers.TypedObject;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.progress.Attention;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a person typed into a signal or an Update, read strictly.
 *
 * @param reason null where none was given
 * @param attention the number that is meant
 */
record Reply(Answer answer, String name, String reason, int attention) {
  private static final String EXAMPLE = "{\"attention\":1,\"name\":\"your name\"}";

  /** Reads the one argument of signal {@code retry}, {@code skip} or {@code abort}. */
  static Reply ofSignal(Answer answer, JsonNode input) throws NotUnderstood {
    List<String> known = List.of("attention", "name", "reason");
    return read(answer, TypedObject.of(input, EXAMPLE, known));
  }

  /** Reads the one argument of Update {@code resolve}. */
  static Reply ofUpdate(JsonNode input) throws NotUnderstood {
    List<String> known = List.of("answer", "attention", "name", "reason");
    TypedObject typed = TypedObject.of(input, EXAMPLE, known);
    String word = typed.oneOf("answer", Stream.of(Answer.values()).map(Answer::word).toList());
    return read(Answer.valueOf(word.toUpperCase(Locale.ROOT)), typed);
  }

  Resolution to(Attention open, Instant now) {
    return new Resolution(answer.name(), name, reason, open.number(), open.step(), now);
  }

  private static Reply read(Answer answer, TypedObject typed) throws NotUnderstood {
    int attention = typed.number("attention", "the number that the run shows");
    String name = typed.required("name", "your name");
    // What was left undone, and why, is in the report for ever.
    String reason =
        answer == Answer.SKIP
            ? typed.required("reason", "why it may be missing")
            : typed.text("reason");
    return new Reply(answer, name, reason, attention);
  }
}
