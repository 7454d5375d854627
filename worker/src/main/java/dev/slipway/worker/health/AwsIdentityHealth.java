package dev.slipway.worker.health;

import com.codahale.metrics.health.HealthCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Shows as whom the worker acts in AWS. A warning only: a worker whose requests all name a role to
 * assume, or whose credentials come later, is of use nevertheless.
 */
public final class AwsIdentityHealth extends HealthCheck {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Supplier<String> identity;
  private final Clock clock;
  private Instant asked = Instant.MIN;
  private String answer = "";

  public AwsIdentityHealth(Supplier<String> identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  protected synchronized Result check() {
    if (asked.isBefore(clock.instant().minus(KEPT))) {
      answer = ask();
      asked = clock.instant();
    }
    return Result.healthy("%s", answer);
  }

  private String ask() {
    try {
      return identity.get();
    } catch (AwsServiceException e) {
      return "WARNING: AWS does not accept the credentials (HTTP %d)".formatted(e.statusCode());
    } catch (SdkException e) {
      return "WARNING: no AWS identity; credentials are missing or AWS cannot be reached";
    }
  }
}
