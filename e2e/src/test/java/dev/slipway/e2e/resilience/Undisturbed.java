package dev.slipway.e2e.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import java.time.Duration;

/** One install that nothing befell, to compare others with; made once. */
final class Undisturbed {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static EndState endState;

  private Undisturbed() {}

  /** Of a cluster in the default account, named alpha; empties the bed before and after. */
  static synchronized EndState endState(Bed bed) {
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
    Operator operator = platform.operator().asking("\"approval\":\"notRequired\"");
    Ending ending = operator.start().ending(LIMIT);
    RunHistory.of(operator, "undisturbed");
    assertThat(ending.isSuccess()).as(ending.toString()).isTrue();
    assertThat(HelmTraces.records(alpha)).isEqualTo(HelmTraces.ONE_REVISION_EACH);
    return EndState.of(alpha);
  }
}
