package dev.slipway.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | PT2M
          0                             | PT1S
          999999999                     | PT1H
          Thu, 01 Jan 2026 00:05:00 GMT | PT5M
          Wed, 31 Dec 2025 00:00:00 GMT | PT1S
          Fri, 02 Jan 2026 00:00:00 GMT | PT1H
          -5                            |
          99999999999999                |
          soon                          |
          """)
  void isBetweenASecondAndAnHour(String value, Duration pause) {
    assertThat(RetryAfter.read(value, Instant.parse("2026-01-01T00:00:00Z")).orElse(null))
        .isEqualTo(pause);
  }
}
