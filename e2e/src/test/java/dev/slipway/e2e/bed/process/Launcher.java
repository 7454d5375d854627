package dev.slipway.e2e.bed.process;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that the kernel kills when this JVM ends, however it ends.
 *
 * <p>The parent death signal is tied to the thread that forked, so every fork happens on one thread
 * that lives as long as the JVM.
 */
final class Launcher {
  private static final List<String> DIES_WITH_THIS_JVM =
      List.of("setpriv", "--pdeathsig", "KILL", "--");
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "bed-launcher");
            thread.setDaemon(true);
            return thread;
          });

  private Launcher() {}

  static Process start(Launch launch, Redirect output) {
    ProcessBuilder builder = builder(launch);
    builder.redirectErrorStream(true).redirectOutput(output);
    try {
      return THREAD.submit(builder::start).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot start " + launch.name(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while starting " + launch.name(), e);
    }
  }

  private static ProcessBuilder builder(Launch launch) {
    List<String> command = new ArrayList<>(DIES_WITH_THIS_JVM);
    command.addAll(launch.command());
    ProcessBuilder builder = new ProcessBuilder(command).directory(launch.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    return builder.redirectInput(Redirect.from(new File("/dev/null")));
  }
}
