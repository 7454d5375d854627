package dev.slipway.workflows.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PictureSpacingTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final PictureSpacing spacing = new PictureSpacing();

  @Test
  void letsChangesFollowSoonAndDetailsLater() {
    assertThat(spacing.after(at(START)))
        .isEqualTo(
            new KnownPicture("outline", "digest", START.plusSeconds(2), START.plusSeconds(10)));
  }

  @Test
  void takesAtMostSeventyPicturesInAnHourInWhichAnApplicationComesAndGoes() {
    assertThat(picturesInAnHour(KnownPicture::change)).isBetween(60, 70);
  }

  @Test
  void takesAtMostFiftyPicturesInAnHourInWhichOnlyDetailsChange() {
    assertThat(picturesInAnHour(KnownPicture::detail)).isBetween(35, 50);
  }

  @Test
  void spendsItsStockOnPicturesAndNotOnTime() {
    spacing.after(at(START));
    Instant muchLater = START.plus(Duration.ofMinutes(30));

    assertThat(spacing.after(at(muchLater)).change()).isEqualTo(muchLater.plusSeconds(2));
  }

  private int picturesInAnHour(Function<KnownPicture, Instant> next) {
    int pictures = 0;
    for (Instant now = START; now.isBefore(START.plus(Duration.ofHours(1))); pictures++) {
      now = next.apply(spacing.after(at(now)));
    }
    return pictures;
  }

  private static Picture at(Instant seenAt) {
    return new Picture(seenAt, "outline", "digest", List.of());
  }
}
