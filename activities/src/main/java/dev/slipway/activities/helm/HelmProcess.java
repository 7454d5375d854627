package dev.slipway.activities.helm;

import dev.slipway.activities.scratch.TemporaryFolder;
import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Starts the child JVMs in which Helm runs. */
public final class HelmProcess {
  /** Longer than Helm waits for a hook. */
  private static final Duration TIMEOUT = Duration.ofMinutes(6);

  private final NativeLibraryCache libraries;
  private final Runnable heartbeat;
  private final Renderings renderings = new Renderings();

  /**
   * @param cache folder that keeps Helm's library unpacked; made when it is not there
   * @param heartbeat called every half second while Helm works, on the caller's thread; what it
   *     throws ends the child
   */
  public HelmProcess(Path cache, Runnable heartbeat) {
    this.libraries = new NativeLibraryCache(cache);
    this.heartbeat = heartbeat;
  }

  /** A cache folder for this user below the system's temporary folder. */
  public static Path defaultCache() {
    return Path.of(System.getProperty("java.io.tmpdir"))
        .resolve("slipway-helm-library-" + System.getProperty("user.name"));
  }

  /**
   * Opens a session for some calls in a row, in a child of their own.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#HELM_FAILED}
   */
  public HelmSession open() {
    return open(() -> {});
  }

  /**
   * Opens a session that may go on only as long as the guard lets it.
   *
   * @param guard called every half second while Helm works; what it throws ends the child
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#HELM_FAILED}
   */
  public HelmSession open(Runnable guard) {
    Runnable beat =
        () -> {
          guard.run();
          heartbeat.run();
        };
    try {
      Path folder = TemporaryFolder.create();
      return new HelmSession(folder, renderings, () -> start(folder, beat));
    } catch (IOException e) {
      throw notStarted(e);
    }
  }

  private HelmChild start(Path folder, Runnable beat) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command(libraries.library(), folder));
      replaceEnvironment(builder.environment(), folder);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return new HelmChild(builder.start(), beat, TIMEOUT);
    } catch (IOException e) {
      throw notStarted(e);
    }
  }

  private static ApplicationFailure notStarted(IOException cause) {
    return FailureType.HELM_FAILED.failure("Helm cannot be started: " + cause.getMessage(), cause);
  }

  private static List<String> command(Path library, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Djava.io.tmpdir=" + folder,
        "-Djna.tmpdir=" + folder,
        "-Djna.encoding=UTF-8",
        "-D" + HelmMain.LIBRARY + "=" + library,
        "-D" + HelmMain.FOLDER + "=" + folder,
        "-cp",
        absolute(System.getProperty("java.class.path")),
        HelmMain.class.getName());
  }

  private static String absolute(String classPath) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(classPath)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void replaceEnvironment(Map<String, String> environment, Path folder) {
    environment.clear();
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("HELM_DRIVER", "secret");
    environment.put("KUBECONFIG", folder.resolve("no-kubeconfig").toString());
    for (String name : List.of("HOME", "TMPDIR")) {
      environment.put(name, folder.toString());
    }
    for (String name : List.of("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "PLUGINS")) {
      environment.put("HELM_" + name, folder.resolve(name).toString());
    }
  }
}
