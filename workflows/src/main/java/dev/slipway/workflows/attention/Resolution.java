package dev.slipway.workflows.attention;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;

/**
 * How somebody answered a run that needed attention.
 *
 * @param answer an {@link Answer} by name
 * @param name the name that was given; a claim, Temporal does not say who called
 * @param reason null where none was given
 * @param attention the number that was answered
 * @param step the step that could not go on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resolution(
    String answer, String name, String reason, int attention, String step, Instant answeredAt) {

  /** What can be answered. */
  public enum Answer {
    /** The cause is mended: try the step again. */
    RETRY,
    /** Go on without the step. */
    SKIP,
    /** End the run; what was done stays. */
    ABORT;

    /** As people type it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Resolution {
    requireNonNull(answer, "answer");
    requireNonNull(name, "name");
    requireNonNull(step, "step");
    requireNonNull(answeredAt, "answeredAt");
  }

  /** Whether this is the answer. */
  public boolean says(Answer wanted) {
    return answer.equals(wanted.name());
  }

  /** Who answered, and why, for a person. */
  public String words() {
    String who = answer.toLowerCase(Locale.ROOT) + " by " + name;
    return reason == null ? who : who + ": " + reason;
  }
}
