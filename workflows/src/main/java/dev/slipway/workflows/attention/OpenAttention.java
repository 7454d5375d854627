package dev.slipway.workflows.attention;

import dev.slipway.workflows.answers.Refusal;
import dev.slipway.workflows.answers.Refusal.Reason;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.progress.Attention;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a run needs a person for, and the first answer that counts. */
final class OpenAttention {
  private final Attention attention;
  private Resolution resolution;

  OpenAttention(Attention attention) {
    this.attention = attention;
  }

  /** Null until somebody has answered. */
  Resolution resolution() {
    return resolution;
  }

  boolean isAnswered() {
    return resolution != null;
  }

  Resolution take(Reply reply, Instant now) {
    resolution = reply.to(attention, now);
    return resolution;
  }

  /** Empty where the reply can be taken. */
  Optional<Refusal> refusal(Reply reply) {
    if (reply.attention() != attention.number()) {
      return refused(
          Reason.WRONG_ATTENTION,
          "the run waits with attention %d, not %d"
              .formatted(attention.number(), reply.attention()));
    }
    if (isAnswered()) {
      return Optional.of(alreadyAnswered(resolution));
    }
    if (reply.answer() == Answer.SKIP && !attention.skippable()) {
      return refused(
          Reason.NOT_SKIPPABLE,
          "the platform needs this step: " + attention.stepTitle() + "; retry or abort");
    }
    return Optional.empty();
  }

  static Refusal alreadyAnswered(Resolution first) {
    return new Refusal(
        Reason.ALREADY_ANSWERED,
        "%s answered attention %d first: %s"
            .formatted(first.name(), first.attention(), first.answer().toLowerCase(Locale.ROOT)));
  }

  private static Optional<Refusal> refused(Reason reason, String message) {
    return Optional.of(new Refusal(reason, message));
  }
}
