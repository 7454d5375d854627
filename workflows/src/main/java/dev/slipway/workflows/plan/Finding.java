package dev.slipway.workflows.plan;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a person should know.
 *
 * @param subject such as {@code hosted zone}
 */
public record Finding(String subject, String message) {
  public Finding {
    requireNonNull(subject, "subject");
    requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return subject + ": " + message;
  }
}
