package dev.slipway.workflows.applications;

import dev.slipway.workflows.platform.AddonGraph;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which applications Argo CD should look at again at once: its own retry sleeps although what the
 * application needed has become available, or it could not read what the application consists of.
 */
public final class SyncAdvice {
  private static final int AT_MOST = 5;
  private static final Duration APART = Duration.ofSeconds(10);

  private final Map<String, List<Instant>> asked = new LinkedHashMap<>();
  private final AddonGraph graph;

  public SyncAdvice(AddonGraph graph) {
    this.graph = graph;
  }

  /** Names of applications to ask a sync for, each at most five times in all, ten seconds apart. */
  public List<String> from(Picture picture) {
    List<String> down =
        picture.applications().stream()
            .filter(application -> !application.isUp())
            .map(Application::addon)
            .toList();
    List<String> due = new ArrayList<>();
    for (Application application : picture.applications()) {
      boolean wakeable = sleeps(application) && !needsAnyOf(application.addon(), down);
      if ((wakeable || isUnreadable(application)) && mayAsk(application, picture)) {
        due.add(application.name());
      }
    }
    return due;
  }

  private static boolean sleeps(Application application) {
    return !application.isUp()
        && (application.retrying()
            || "Failed".equals(application.operation())
            || "Error".equals(application.operation()));
  }

  // After three tries Argo CD answers for an hour from its cache that a chart is missing.
  private static boolean isUnreadable(Application application) {
    return application.error() != null && application.error().startsWith("ComparisonError");
  }

  private boolean needsAnyOf(String addon, List<String> down) {
    return graph.prerequisitesOf(addon).stream().anyMatch(down::contains);
  }

  private boolean mayAsk(Application application, Picture picture) {
    List<Instant> before = asked.computeIfAbsent(application.name(), name -> new ArrayList<>());
    boolean may =
        before.isEmpty()
            || (before.size() < AT_MOST
                && picture.seenAt().isAfter(before.get(before.size() - 1).plus(APART)));
    if (may) {
      before.add(picture.seenAt());
    }
    return may;
  }
}
