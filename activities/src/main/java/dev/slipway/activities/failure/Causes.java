package dev.slipway.activities.failure;

import java.util.Optional;

/** What lies behind a failure. */
public final class Causes {
  private Causes() {}

  /** The outermost failure of a type: the one given, or the first of its causes that is one. */
  public static <T extends Throwable> Optional<T> find(Class<T> type, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
