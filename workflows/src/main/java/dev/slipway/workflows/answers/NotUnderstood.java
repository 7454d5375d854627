package dev.slipway.workflows.answers;

/** Thrown where what was typed is no answer; the message names the field and what is right. */
public final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1L;

  public NotUnderstood(String message) {
    super(message);
  }
}
