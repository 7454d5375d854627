package dev.slipway.activities.argocd;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.KnownPicture;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.contract.ApplicationActivities.ObserveRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A picture, and whether the caller has to hear of it: pure. */
record Observation(ObserveRequest request, Picture picture) {
  private static final int NAMED = 3;

  /** Whether it shows something that the caller has not seen and wants to see already. */
  boolean isNews() {
    return due().filter(due -> waiting().isEmpty() || !picture.seenAt().isBefore(due)).isPresent();
  }

  /** When the caller wants to see it; empty while it is the one that the caller has. */
  Optional<Instant> due() {
    KnownPicture known = request.known();
    if (known == null) {
      return Optional.of(picture.seenAt());
    }
    if (!picture.outline().equals(known.outline())) {
      return Optional.of(known.change());
    }
    return picture.digest().equals(known.digest()) ? Optional.empty() : Optional.of(known.detail());
  }

  /** Such as {@code 11 of 14 up; waiting for keycloak-alpha (Progressing), … and 1 more}. */
  String summary() {
    List<String> waiting = waiting();
    String up =
        request.expected().size() - waiting.size() + " of " + request.expected().size() + " up";
    if (waiting.isEmpty()) {
      return up;
    }
    Map<String, Application> seen = byName();
    String named =
        waiting.stream()
            .limit(NAMED)
            .map(name -> name + " (" + state(seen.get(name)) + ")")
            .collect(joining(", "));
    int more = waiting.size() - NAMED;
    return up + "; waiting for " + named + (more > 0 ? " and " + more + " more" : "");
  }

  private List<String> waiting() {
    Map<String, Application> seen = byName();
    return request.expected().stream()
        .filter(name -> !seen.containsKey(name) || !seen.get(name).isUp())
        .toList();
  }

  private static String state(Application application) {
    if (application == null) {
      return "not there yet";
    }
    return application.health().equals("Healthy") ? application.sync() : application.health();
  }

  private Map<String, Application> byName() {
    return picture.applications().stream().collect(toMap(Application::name, Function.identity()));
  }
}
