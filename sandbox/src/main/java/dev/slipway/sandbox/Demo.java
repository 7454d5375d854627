package dev.slipway.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.slipway.sandbox.process.CleanUp;
import dev.slipway.sandbox.screen.Screen;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The whole flow on one machine: {@code ./slipway demo}. */
public final class Demo {
  private static final String HELP =
      """
      Usage: ./slipway demo [--fast]

      Installs the platform on a stand-in cluster: the real workflow, worker and packages, an
      approval, a step that needs a person, a worker that is killed and goes on. Takes about
      90 seconds.

        --fast   the stand-ins do not pause for people to watch

      With TEMPORAL_ADDRESS set (or any other setting of the Temporal CLI beside it), that
      server is used instead of one inside this process.

      Exit codes: 0 installed, 1 not installed, 2 wrong usage.
      """;

  private Demo() {}

  public static void main(String[] arguments) {
    // The libraries' logs would tear the story apart.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      System.out.print(HELP);
      return 0;
    }
    boolean fast = arguments.equals(List.of("--fast"));
    if (!fast && !arguments.isEmpty()) {
      System.err.print("✗ Unknown: " + String.join(" ", arguments) + "\n\n" + HELP);
      return 2;
    }
    Path home = Path.of(System.getProperty("slipway.home", "")).toAbsolutePath();
    Screen screen = new Screen(System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(CleanUp::now, "demo-clean-up"));
    try {
      return new DemoRun(screen, home, fast).play() ? 0 : 1;
    } catch (Exception e) {
      screen.failure("The demo failed: " + DemoRun.reason(e));
      return 1;
    } finally {
      CleanUp.now();
    }
  }
}
