package dev.slipway.e2e.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import dev.slipway.e2e.bed.cluster.AuditLog;
import dev.slipway.e2e.install.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one install cost.
 *
 * @param steps seconds of each step
 * @param latency seconds from the last application's coming up to the end of the run
 */
record Figures(
    Map<String, Double> steps,
    double total,
    List<HistoryTimes.Run> activities,
    double workloads,
    double latency,
    int events,
    int bytes,
    Map<String, Long> requests) {
  private static final Set<String> WAITS =
      Set.of("APPROVAL", "AWAIT_CLUSTER_SECRET", "SETTLE", "AWAIT_HEALTHY_APPLICATIONS");

  static Figures of(Ending ending, String history, Instant lastUp, AuditLog audit) {
    Map<String, Double> steps = new LinkedHashMap<>();
    for (JsonNode step : ending.report().path("steps")) {
      if (step.hasNonNull("finishedAt")) {
        steps.put(
            step.path("step").asText(),
            seconds(instant(step, "startedAt"), instant(step, "finishedAt")));
      }
    }
    HistoryTimes times = HistoryTimes.of(history);
    return new Figures(
        steps,
        seconds(times.started(), times.ended()),
        times.runs(),
        times.longestRun("CheckWorkloads"),
        seconds(lastUp, times.ended()),
        ending.events(),
        ending.bytes(),
        new TreeMap<>(audit.countBy(AuditEvent::agent)));
  }

  /** All but waiting for others and the ten seconds. */
  double own() {
    double waits =
        steps.entrySet().stream()
            .filter(step -> WAITS.contains(step.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return total - waits - workloads;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    steps.forEach((step, seconds) -> line(text, step, seconds));
    activities.stream()
        .filter(activity -> !activity.activity().equals("ObserveApplications"))
        .forEach(activity -> line(text, "· " + activity.activity(), activity.seconds()));
    line(text, "in all", total);
    line(text, "Slipway's own", own());
    line(text, "last application up to end of run", latency);
    text.append("  history: %d events, %d bytes as JSON%n".formatted(events, bytes));
    text.append("  API requests: ").append(requests).append('\n');
    return text.toString();
  }

  static String summary(List<Figures> all) {
    List<Double> totals = all.stream().map(Figures::total).sorted().toList();
    List<Double> own = all.stream().map(Figures::own).sorted().toList();
    return "%d of %d installs succeeded; seconds in all: %s; Slipway's own: %s"
        .formatted(all.size(), all.size(), spread(totals), spread(own));
  }

  private static String spread(List<Double> sorted) {
    return "min %.1f, median %.1f, max %.1f"
        .formatted(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }

  private static void line(StringBuilder text, String name, double seconds) {
    text.append("  %-36s %7.1f s%n".formatted(name, seconds));
  }

  private static Instant instant(JsonNode step, String field) {
    return Instant.parse(step.path(field).asText());
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
