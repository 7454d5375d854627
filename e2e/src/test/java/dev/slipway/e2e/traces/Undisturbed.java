package dev.slipway.e2e.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.time.Duration;

/** One install that nothing befell, to compare others with; made once. */
public final class Undisturbed {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static EndState endState;

  private Undisturbed() {}

  /** Of a cluster in the default account, named alpha; empties the bed before and after. */
  public static synchronized EndState endState(Bed bed) {
    if (endState == null) {
      bed.reset();
      endState = install(bed);
      bed.reset();
    }
    return endState;
  }

  private static EndState install(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();
    Run run = platform.operator().unattended().start();
    run.success(LIMIT);
    RunHistory.of(run, "undisturbed");
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    return EndState.of(alpha);
  }
}
