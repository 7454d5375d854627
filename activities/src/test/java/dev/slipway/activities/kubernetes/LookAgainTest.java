package dev.slipway.activities.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookAgainTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void looksSoonWhileThingsMove() {
    assertThat(LookAgain.after(1, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(LookAgain.after(25, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(delayAt(Duration.ofMinutes(2))).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void growsToTwentySecondsAndNoFurther() {
    assertThat(LookAgain.after(10_000, 0)).isEqualTo(Duration.ofSeconds(20));
    assertThat(LookAgain.after(10_000, 1)).isEqualTo(Duration.ofSeconds(22));
  }

  @Test
  void asksAtMostTwoHundredAndFiftyTimesInAWaitingHour() {
    assertThat(looksIn(HOUR)).isLessThanOrEqualTo(245);
  }

  private static int looksIn(Duration time) {
    Duration passed = Duration.ZERO;
    int looks = 0;
    while (passed.compareTo(time) < 0) {
      passed = passed.plus(LookAgain.after(++looks, 0));
    }
    return looks;
  }

  private static Duration delayAt(Duration time) {
    return LookAgain.after(looksIn(time), 0);
  }
}
