package dev.slipway.starter.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The process around a command: streams, environment, clock. */
public final class Surroundings {
  private final Map<String, String> environment;
  private final BufferedReader in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final Clock clock;
  private final Sleeper sleeper;

  /** How to let time pass. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
  }

  /**
   * What a command is told and where it speaks.
   *
   * @param terminal whether a person sits there
   */
  public Surroundings(
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean terminal,
      Clock clock,
      Sleeper sleeper) {
    this.environment = Map.copyOf(environment);
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Those of the process that runs. */
  public static Surroundings ofProcess() {
    // The marks are not in the character set that Java picks in the C locale.
    return new Surroundings(
        System.getenv(),
        System.in,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Terminal.isThere(),
        Clock.systemUTC(),
        duration -> Thread.sleep(duration.toMillis()));
  }

  public Map<String, String> environment() {
    return environment;
  }

  /** Where data goes. */
  public PrintStream out() {
    return out;
  }

  /** Where a live picture goes. */
  public PrintStream err() {
    return err;
  }

  /** Where words for people go. */
  public Console console() {
    return new Console(err);
  }

  /** Whether a person can be asked and a picture redrawn. */
  public boolean hasTerminal() {
    return terminal;
  }

  public Clock clock() {
    return clock;
  }

  /** Asks a person; nothing when the input is closed. */
  public Optional<String> ask(String question) {
    err.print("? " + question + " ");
    err.flush();
    try {
      return Optional.ofNullable(in.readLine()).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void pause(Duration duration) {
    try {
      sleeper.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.BUG, "Interrupted", e);
    }
  }
}
