package dev.slipway.activities.inventory.finding;

import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.workflows.inventory.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which Applications have an object among their resources: the mark on it names only one. */
final class Sharing {
  private Sharing() {}

  /** Those that have it, where there are several. */
  static Map<Subject, List<Subject>> of(ClusterReading reading) {
    Map<Subject, List<Subject>> users = new HashMap<>();
    reading
        .ofKind("argoproj.io", "Application")
        .forEach(
            application ->
                application
                    .object()
                    .status()
                    .path("resources")
                    .forEach(
                        resource ->
                            users
                                .computeIfAbsent(
                                    new Subject(
                                        resource.path("group").asText(),
                                        resource.path("kind").asText(),
                                        resource.path("namespace").asText(),
                                        resource.path("name").asText()),
                                    unknown -> new ArrayList<>())
                                .add(application.subject())));
    users.values().removeIf(applications -> applications.size() < 2);
    return users;
  }
}
