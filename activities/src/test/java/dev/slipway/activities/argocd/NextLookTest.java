package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NextLookTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void looksSoonWhileThingsMove() {
    assertThat(NextLook.after(1, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(NextLook.after(25, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(delayAt(Duration.ofMinutes(2))).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void growsToTwentySecondsAndNoFurther() {
    assertThat(NextLook.after(10_000, 0)).isEqualTo(Duration.ofSeconds(20));
    assertThat(NextLook.after(10_000, 1)).isEqualTo(Duration.ofSeconds(22));
  }

  @Test
  void asksAtMostTwoHundredAndFiftyTimesInAWaitingHour() {
    assertThat(looksIn(HOUR)).isLessThanOrEqualTo(245);
  }

  private static int looksIn(Duration time) {
    Duration passed = Duration.ZERO;
    int looks = 0;
    while (passed.compareTo(time) < 0) {
      passed = passed.plus(NextLook.after(++looks, 0));
    }
    return looks;
  }

  private static Duration delayAt(Duration time) {
    return NextLook.after(looksIn(time), 0);
  }
}
