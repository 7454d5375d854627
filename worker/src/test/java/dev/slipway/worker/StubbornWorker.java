package dev.slipway.worker;

import dev.slipway.activities.ActivityCatalogue;
import dev.slipway.activities.ActivitySettings;
import dev.slipway.activities.TemporalAccess;
import dev.slipway.activities.World;
import dev.slipway.workflows.contract.VisibilityActivities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A worker whose first activity goes on until a file is there, whatever interrupts it; the file is
 * named by the variable {@code RELEASE_FILE}.
 */
final class StubbornWorker extends WorkerApplication {

  public static void main(String[] arguments) throws Exception {
    new StubbornWorker().run(arguments);
  }

  @Override
  protected ActivityCatalogue catalogue(ActivitySettings settings, TemporalAccess temporal) {
    return new ActivityCatalogue(settings, temporal, World.real(settings)) {
      @Override
      public List<Object> activities() {
        return List.of((VisibilityActivities) StubbornWorker::findSearchAttributes);
      }
    };
  }

  private static List<String> findSearchAttributes(List<String> wanted) {
    Path release = Path.of(System.getenv("RELEASE_FILE"));
    System.out.println("Activity is running");
    while (!Files.exists(release)) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        System.out.println("Activity was interrupted");
      }
    }
    return List.of();
  }
}
