package dev.slipway.workflows.install.health;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.PlatformHealth;
import dev.slipway.workflows.contract.ApplicationActivities.Diagnosis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The words for a platform that is not up when its budget ends. */
final class NotHealthy {
  private NotHealthy() {}

  static String text(
      PlatformHealth health, Duration budget, int expected, List<Diagnosis> diagnoses) {
    List<String> lines = new ArrayList<>();
    lines.add(
        health.lacking().size() + " of " + expected + " applications are not up after " + budget);
    health.missing().forEach(name -> lines.add(name + ": does not exist"));
    health.waiting().forEach(application -> lines.add(line(application)));
    diagnoses.stream()
        .filter(diagnosis -> !diagnosis.faults().isEmpty())
        .forEach(
            diagnosis ->
                lines.add(diagnosis.application() + ": " + String.join("; ", diagnosis.faults())));
    return String.join("\n", lines);
  }

  private static String line(Application application) {
    String words = application.error() == null ? application.message() : application.error();
    return application.name()
        + ": sync "
        + application.sync()
        + ", health "
        + application.health()
        + (words == null ? "" : ": " + words);
  }
}
