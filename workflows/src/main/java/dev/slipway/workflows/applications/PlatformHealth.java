package dev.slipway.workflows.applications;

import java.util.ArrayList;
import java.util.List;

/**
 * What a picture means for the platform: pure, so that a table of pictures can test it.
 *
 * @param missing names that are expected and not there
 * @param waiting what is there and not up
 * @param warnings sentences about what is up in spite of something
 */
public record PlatformHealth(
    List<String> missing, List<Application> waiting, List<String> warnings, int up) {
  public PlatformHealth {
    missing = List.copyOf(missing);
    waiting = List.copyOf(waiting);
    warnings = List.copyOf(warnings);
  }

  public static PlatformHealth of(Picture picture, List<String> expected) {
    List<String> missing = new ArrayList<>(expected);
    List<Application> waiting = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    int up = 0;
    for (Application application : picture.applications()) {
      if (!missing.remove(application.name())) {
        continue;
      }
      if (!application.isUp()) {
        waiting.add(application);
        continue;
      }
      up++;
      if (application.isUpWithDifferences()) {
        warnings.add(application.name() + " is Healthy, and OutOfSync after a successful sync");
      }
    }
    return new PlatformHealth(missing, waiting, warnings, up);
  }

  /** Everything expected exists and is up. */
  public boolean isUp() {
    return missing.isEmpty() && waiting.isEmpty();
  }

  /** Names of what is not up, missing ones included. */
  public List<String> lacking() {
    List<String> names = new ArrayList<>(missing);
    waiting.forEach(application -> names.add(application.name()));
    return names;
  }
}
