package dev.slipway.e2e.bed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs a short-lived command to its end. */
public final class Tool {
  private static final long LIMIT_SECONDS = 120;

  private Tool() {}

  /** What a command said (both streams) and how it ended. */
  public record Result(int exitCode, String output) {}

  /** Runs the command and returns its output; anything but exit code 0 is an error. */
  public static String run(Path folder, Object... command) {
    Launch launch = Launch.of(command[0].toString(), folder, command);
    Result result = tryRun(launch);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(
          launch.command() + " ended with " + result.exitCode() + ": " + result.output());
    }
    return result.output();
  }

  public static Result tryRun(Launch launch) {
    Process process = Launcher.start(launch, Redirect.PIPE);
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(launch.name() + " did not end");
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(launch.name() + " was interrupted", e);
    }
  }
}
