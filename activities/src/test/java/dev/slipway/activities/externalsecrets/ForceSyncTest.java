package dev.slipway.activities.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForceSyncTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void asksOnceAMinute() {
    String value = ForceSync.next("", "abc", NOW, 1).orElseThrow();
    assertThat(value).isEqualTo("abc-1767323040");
    assertThat(ForceSync.next(value, "abc", NOW.plusSeconds(54), 2)).isEmpty();
    assertThat(ForceSync.next(value, "abc", NOW.plusSeconds(55), 2)).contains("abc-1767323100");
  }

  @Test
  void asksAtOnceForOtherContent() {
    assertThat(ForceSync.next("abc-1767323040", "def", NOW, 2)).contains("def-1767323040");
  }

  @Test
  void becomesPatientAfterManyLooks() {
    String value = ForceSync.next("", "abc", NOW, 31).orElseThrow();
    assertThat(ForceSync.next(value, "abc", NOW.plusSeconds(300), 31)).isEmpty();
  }
}
