package dev.slipway.standins.argocd;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.argocd.live.Comparison;
import dev.slipway.standins.argocd.sources.Sources;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.control.ObjectMeta;
import java.time.Clock;
import java.time.Instant;

/** Compares an Application with the cluster, and says in its status what it saw. */
final class Refreshing {
  private static final String REFRESH = "argocd.argoproj.io/refresh";
  private static final String COMPARISON_ERROR = "ComparisonError";

  private final ClusterObjects cluster;
  private final Sources sources;
  private final Timing timing;
  private final Clock clock;

  Refreshing(ClusterObjects cluster, Sources sources, Timing timing, Clock clock) {
    this.cluster = cluster;
    this.sources = sources;
    this.timing = timing;
    this.clock = clock;
  }

  /** Reads the sources anew where that is due; looks at the cluster in any case. */
  void refresh(ObjectNode application, ApplicationMemory memory) {
    boolean due = isDue(application, memory);
    if (due) {
      memory.render(cluster, sources, application, clock.instant());
    }
    show(application, memory, due);
  }

  /** After an operation Argo CD reads everything anew. */
  void refreshNow(ObjectNode application, ApplicationMemory memory) {
    memory.render(cluster, sources, application, clock.instant());
    show(application, memory, /* anew= */ true);
  }

  /** An Application for a cluster or project that is not known. */
  void refuse(ObjectNode application, ApplicationMemory memory, String problem) {
    memory.forget();
    ApplicationStatus status = new ApplicationStatus(application);
    status.unknown();
    status.condition("InvalidSpecError", problem, clock.instant());
    application.withObject("/metadata").withObject("/annotations").remove(REFRESH);
  }

  boolean isDue(ObjectNode application, ApplicationMemory memory) {
    return memory.comparedAt() == null
        || !ObjectMeta.of(application).annotation(REFRESH).isEmpty()
        || !memory.isRenderedFrom(application.path("spec"))
        || !clock.instant().isBefore(memory.comparedAt().plus(timing.comparison()));
  }

  private void show(ObjectNode application, ApplicationMemory memory, boolean anew) {
    Instant now = clock.instant();
    String name = ObjectMeta.of(application).name();
    Comparison comparison = Comparison.of(cluster, name, memory.objectsWithoutHooks());
    ApplicationStatus status = new ApplicationStatus(application);
    status.compared(comparison, memory);
    status.clear("InvalidSpecError");
    if (memory.failure() == null) {
      status.clear(COMPARISON_ERROR);
    }
    if (memory.failure() != null) {
      status.condition(COMPARISON_ERROR, "Failed to load target state: " + memory.failure(), now);
    }
    if (anew) {
      status.reconciledAt(now);
      application.withObject("/metadata").withObject("/annotations").remove(REFRESH);
    }
  }
}
