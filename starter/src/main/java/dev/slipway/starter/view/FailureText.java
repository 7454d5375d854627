package dev.slipway.starter.view;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.people.RunOutcome;

/** Why a run failed: the type and the message, and below them who mends it. */
public final class FailureText {
  private FailureText() {}

  public static String of(RunOutcome outcome) {
    String why = outcome.failure() + ": " + outcome.message();
    return outcome.failureType().map(FailureType::sentence).map(it -> why + "\n" + it).orElse(why);
  }
}
