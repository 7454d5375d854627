package dev.slipway.workflows.answers;

import static java.util.Objects.requireNonNull;

import io.temporal.failure.ApplicationFailure;
import java.util.Arrays;
import java.util.Optional;

/** Why an answer cannot be taken, and the words for it. */
public record Refusal(Reason reason, String message) {

  /** The kinds, as programs tell them apart. */
  public enum Reason {
    /** The answer is no JSON object of the right form. */
    INVALID_DECISION,
    NO_PLAN,
    NOT_REQUIRED,
    ALREADY_DECIDED,
    NOT_AN_APPROVER,
    WRONG_DIGEST,
    /** Like {@link #INVALID_DECISION}, of an answer to a run that needs attention. */
    INVALID_ANSWER,
    NOT_PARKED,
    WRONG_ATTENTION,
    ALREADY_ANSWERED,
    NOT_SKIPPABLE;

    private static Optional<Reason> of(String name) {
      return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
    }
  }

  public Refusal {
    requireNonNull(reason, "reason");
    requireNonNull(message, "message");
  }

  /**
   * The refusal behind an Update's failure; empty for a failure that is none. Temporal's SDK (1.38)
   * keeps the message of a validator's failure and loses its type.
   */
  public static Optional<Refusal> of(ApplicationFailure failure) {
    String text = failure.getOriginalMessage();
    int colon = text.indexOf(": ");
    return colon < 0
        ? Optional.empty()
        : Reason.of(text.substring(0, colon))
            .map(reason -> new Refusal(reason, text.substring(colon + 2)));
  }

  /** That what was typed is no answer. */
  public static Refusal of(Reason reason, NotUnderstood typed) {
    return new Refusal(reason, typed.getMessage());
  }

  /** The failure to throw to the caller of an Update. */
  public ApplicationFailure failure() {
    return ApplicationFailure.newNonRetryableFailure(toString(), reason.name());
  }

  /** As people read it in a note or at the Temporal CLI. */
  @Override
  public String toString() {
    return reason + ": " + message;
  }
}
