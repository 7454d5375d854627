package dev.slipway.workflows.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PictureSpacingTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final PictureSpacing spacing = new PictureSpacing();

  @Test
  void letsTheFirstPicturesComeEveryThreeSeconds() {
    assertThat(spacing.after(START)).isEqualTo("2026-01-01T00:00:03Z");
  }

  @Test
  void takesAtMostFortyTwoPicturesInAnHourOfFlapping() {
    int pictures = 0;
    for (Instant now = START; now.isBefore(START.plus(Duration.ofHours(1))); pictures++) {
      now = spacing.after(now);
    }
    assertThat(pictures).isBetween(38, 42);
  }

  @Test
  void savesUpWhileNothingChanges() {
    for (int i = 0; i < 24; i++) {
      spacing.after(START.plusSeconds(i));
    }
    Instant muchLater = START.plus(Duration.ofMinutes(30));

    assertThat(spacing.after(muchLater)).isEqualTo("2026-01-01T00:30:03Z");
  }
}
