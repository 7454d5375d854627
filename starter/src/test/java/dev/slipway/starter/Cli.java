package dev.slipway.starter;

import dev.slipway.starter.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The command as a person runs it, with captured streams. */
public final class Cli {
  private final Map<String, String> environment = new HashMap<>();
  private final Clock clock;
  private String typed = "";
  private boolean terminal;
  private Surroundings.Sleeper sleeper = duration -> Thread.sleep(20);

  /** What came of it. */
  public record Said(int exitCode, String out, String err) {}

  public Cli() {
    this(Clock.systemUTC());
  }

  public Cli(Clock clock) {
    this.clock = clock;
    // Nothing of the machine that runs the tests is taken.
    with("TEMPORAL_CONFIG_FILE", "/nowhere/temporal.toml");
  }

  public Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Cli inATerminal(String input) {
    typed = input;
    terminal = true;
    return this;
  }

  public Cli pausing(Surroundings.Sleeper other) {
    sleeper = other;
    return this;
  }

  public Said run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Slipway.run(surroundings(out, err), arguments);
    return new Said(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public Surroundings surroundings(OutputStream out, OutputStream err) {
    return new Surroundings(
        environment,
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal,
        clock,
        sleeper);
  }
}
