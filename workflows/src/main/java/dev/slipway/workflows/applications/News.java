package dev.slipway.workflows.applications;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a picture is worth telling to somebody who has another one: pure.
 *
 * @param due when it is; empty where it shows nothing that they do not know
 */
public record News(Instant seenAt, Optional<Instant> due) {

  /**
   * What the picture is to its receiver.
   *
   * @param known the one that they have; null for none
   * @param everythingUp whether what they wait for is over, so that nothing is kept from them
   */
  public static News of(KnownPicture known, Picture seen, boolean everythingUp) {
    return new News(seen.seenAt(), due(known, seen, everythingUp));
  }

  private static Optional<Instant> due(KnownPicture known, Picture seen, boolean everythingUp) {
    boolean same = known != null && known.digest().equals(seen.digest());
    if (same) {
      return Optional.empty();
    }
    if (known == null || everythingUp) {
      return Optional.of(seen.seenAt());
    }
    return Optional.of(known.outline().equals(seen.outline()) ? known.detail() : known.change());
  }

  /** Whether it is worth telling now. */
  public boolean isDue() {
    return due.filter(at -> !seenAt.isBefore(at)).isPresent();
  }

  /** When to look again: as planned, or as soon as what was seen may be told. */
  public Duration nextLook(Duration planned) {
    return due.map(at -> Duration.between(seenAt, at))
        .filter(wait -> wait.compareTo(planned) < 0)
        .orElse(planned);
  }
}
