package dev.slipway.activities.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionNameTest {
  private static final String LONG = "platform/111122223333/ap-southeast-2/" + "a".repeat(100);

  @Test
  void isTheRunsNameInTheCharactersThatAwsTakes() {
    assertThat(SessionName.of("platform/111122223333/eu-west-3/alpha"))
        .isEqualTo("platform.111122223333.eu-west-3.alpha");
  }

  @Test
  void staysWithinWhatAwsTakesAndUnlikeItsSiblings() {
    assertThat(SessionName.of(LONG)).hasSize(64).matches("[\\w+=,.@-]+");
    assertThat(SessionName.of(LONG)).isNotEqualTo(SessionName.of(LONG + "b"));
  }
}
