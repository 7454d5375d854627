package dev.slipway.activities.failure;

import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** What Slipway itself refused, inside a call of a client library that wrapped it. */
final class OwnFailure {
  private OwnFailure() {}

  static Optional<ApplicationFailure> in(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ApplicationFailure own) {
        return Optional.of(own);
      }
    }
    return Optional.empty();
  }
}
