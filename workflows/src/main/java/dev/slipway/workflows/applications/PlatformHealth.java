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
  private static final int NAMED = 3;

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

  /** Such as {@code 11 of 14 up; waiting for keycloak-alpha (Progressing), … and 1 more}. */
  public String summary() {
    List<String> lacking = new ArrayList<>();
    waiting.forEach(
        application -> lacking.add(application.name() + " (" + state(application) + ")"));
    missing.forEach(name -> lacking.add(name + " (not there yet)"));
    String count = "%d of %d up".formatted(up, up + lacking.size());
    if (lacking.isEmpty()) {
      return count;
    }
    String named = String.join(", ", lacking.subList(0, Math.min(NAMED, lacking.size())));
    int more = lacking.size() - NAMED;
    return count + "; waiting for " + named + (more > 0 ? " and " + more + " more" : "");
  }

  private static String state(Application application) {
    return application.health().equals("Healthy") ? application.sync() : application.health();
  }
}
