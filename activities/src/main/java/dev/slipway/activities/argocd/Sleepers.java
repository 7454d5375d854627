package dev.slipway.activities.argocd;

import static java.util.stream.Collectors.toSet;

import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.platform.AddonGraph;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Applications that are not up although everything that they need is: their own retries, and those
 * of External Secrets for them, may sleep for minutes. Pure.
 */
final class Sleepers {
  private Sleepers() {}

  static List<KubernetesObject> among(List<KubernetesObject> applications) {
    Set<String> down =
        applications.stream()
            .map(ApplicationReading::of)
            .filter(application -> !application.isUp())
            .map(Application::addon)
            .filter(Sleepers::mayBeMissed)
            .collect(toSet());
    return applications.stream().filter(application -> maySleep(application, down)).toList();
  }

  // Those of the bootstrap run, whatever else their Applications still wait for.
  private static boolean mayBeMissed(String addon) {
    return !AddonGraph.BOOTSTRAP.contains(addon);
  }

  // What could not be read says nothing about prerequisites.
  private static boolean maySleep(KubernetesObject application, Set<String> down) {
    Application reading = ApplicationReading.of(application);
    return !reading.isUp()
        && (reading.error() != null || prerequisites(reading).noneMatch(down::contains));
  }

  private static Stream<String> prerequisites(Application application) {
    return AddonGraph.CNOE.prerequisitesOf(application.addon()).stream();
  }
}
