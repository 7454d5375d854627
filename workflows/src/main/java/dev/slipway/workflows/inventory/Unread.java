package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

import io.temporal.failure.ApplicationFailure;

/**
 * What could not be looked at: never taken for absent.
 *
 * @param subject without a name where it is all of a kind
 * @param reason such as {@code ACCESS_DENIED: …}
 */
public record Unread(Subject subject, String reason) {
  public Unread {
    requireNonNull(subject, "subject");
    requireNonNull(reason, "reason");
  }

  /** What a call that failed has not shown. */
  public static Unread of(Subject subject, ApplicationFailure why) {
    return new Unread(subject, why.getType() + ": " + why.getOriginalMessage());
  }

  @Override
  public String toString() {
    return subject + ": " + reason;
  }
}
