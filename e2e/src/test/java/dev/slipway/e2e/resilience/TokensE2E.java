package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.resilience.moment.Pause;
import dev.slipway.e2e.traces.RunHistory;
import dev.slipway.e2e.traces.RunHistory.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens end while a run waits. */
@ExtendWith(BedExtension.class)
final class TokensE2E {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration WAIT = Duration.ofMinutes(2);

  @Test
  void aLongWaitGoesOnAlthoughTokensLiveThirtySeconds(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    alpha.tokens().tokensLive(Duration.ofSeconds(30));
    alpha.pods().keepOff("external-secrets");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker(Map.of("SLIPWAY_TOKEN_RENEWAL", "20s"));
    Run run = platform.operator().unattended().start();
    run.awaitStep("AWAIT_CLUSTER_SECRET");
    Instant waiting = Instant.now();

    Pause.of(WAIT);
    alpha.pods().allow("external-secrets");

    run.success(LIMIT);
    List<Activity> activities = RunHistory.of(run, "short-tokens").activities();
    assertThat(activities)
        .extracting(Activity::lastFailure)
        .containsOnly("", "NOT_YET", "UNCHANGED");
    assertThat(alpha.audit().count(event -> isLook(event, waiting))).isGreaterThan(10);
    assertThat(alpha.audit().events(TokensE2E::isRefused)).isEmpty();
  }

  private static boolean isLook(AuditEvent event, Instant since) {
    return event.isByAwsCaller()
        && event.resource().equals("externalsecrets")
        && event.at().isAfter(since)
        && event.at().isBefore(since.plus(WAIT));
  }

  private static boolean isRefused(AuditEvent event) {
    return event.agent().equals("slipway") && event.code() == 401;
  }
}
