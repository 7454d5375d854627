package dev.slipway.sandbox.worker;

import dev.slipway.activities.ActivityCatalogue;
import dev.slipway.activities.ActivitySettings;
import dev.slipway.activities.TemporalAccess;
import dev.slipway.worker.WorkerApplication;
import java.io.IOException;
import java.io.OutputStream;

/** The real worker, for the demo. It ends when the process that started it is gone. */
public final class SandboxWorker extends WorkerApplication {

  public static void main(String[] arguments) throws Exception {
    Thread watch = new Thread(SandboxWorker::endWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    new SandboxWorker().run(arguments);
  }

  @Override
  protected ActivityCatalogue catalogue(ActivitySettings settings, TemporalAccess temporal) {
    return new SandboxCatalogue(settings, temporal);
  }

  private static void endWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The pipe is broken: the parent is gone just the same.
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }
}
