package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WakeUpTest {
  @Test
  void comesAtGrowingDistances() {
    assertThat(IntStream.rangeClosed(1, 250).filter(WakeUp::isDue))
        .containsExactly(1, 2, 4, 8, 16, 32, 64, 128);
  }
}
