package dev.slipway.activities.kubernetes.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.SampleObject;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private static final String EARLY = "lastTimestamp: '2026-01-02T03:04:05Z'";
  private static final String LATE = "lastTimestamp: '2026-01-02T03:04:06Z'";
  private static final String BETWEEN = "eventTime: '2026-01-02T03:04:05.5Z'";

  @Test
  void theNewestCounts() {
    assertThat(newest(event("Warning", "web", "old", EARLY), event("Warning", "web", "new", LATE)))
        .hasValue("Why: new");
    assertThat(
            newest(event("Warning", "web", "old", EARLY), event("Warning", "web", "new", BETWEEN)))
        .hasValue("Why: new");
    assertThat(
            newest(
                event(
                    "Warning", "web", "new", "series: {lastObservedTime: '2026-01-02T03:04:07Z'}"),
                event("Warning", "web", "old", LATE)))
        .hasValue("Why: new");
  }

  @Test
  void onlyWarningsAboutTheObjectCount() {
    assertThat(newest(event("Normal", "web", "started", LATE))).isEmpty();
    assertThat(newest(event("Warning", "another", "failed", LATE))).isEmpty();
    assertThat(newest(event("Warning", "web", "failed", "x: y"))).hasValue("Why: failed");
  }

  private static Optional<String> newest(KubernetesObject... events) {
    return Warnings.newest(
        Arrays.asList(events),
        SampleObject.yaml("{kind: Pod, metadata: {name: web, namespace: shop}}"));
  }

  private static KubernetesObject event(String type, String name, String message, String time) {
    return SampleObject.yaml(
        """
        type: %s
        reason: Why
        message: %s
        involvedObject: {kind: Pod, namespace: shop, name: %s}
        %s
        """
            .formatted(type, message, name, time));
  }
}
