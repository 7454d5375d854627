package dev.slipway.starter.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;

/**
 * Answers runs that need attention.
 *
 * @param name the name to answer under, a claim
 */
public record Mender(RunClient runs, String name) {

  /**
   * Gives one answer to a run.
   *
   * @param attention the number that is meant
   * @param reason null without one
   */
  public Resolution answer(RunState run, Answer answer, int attention, String reason) {
    ObjectNode update = JsonNodeFactory.instance.objectNode();
    update.put("answer", answer.word()).put("attention", attention).put("name", name);
    if (reason != null) {
      update.put("reason", reason);
    }
    return runs.resolve(run, update);
  }

  /** What was answered, for a person. */
  public static String words(Resolution taken) {
    return "Attention %d: %s".formatted(taken.attention(), taken.words());
  }
}
