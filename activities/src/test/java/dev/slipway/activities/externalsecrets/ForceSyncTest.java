package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForceSyncTest {
  @Test
  void isDueAtGrowingDistances() {
    assertThat(IntStream.rangeClosed(1, 250).filter(ForceSync::isDue))
        .containsExactly(1, 2, 4, 8, 16, 32, 64, 128);
  }
}
