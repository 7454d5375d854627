package dev.slipway.starter.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.wire.Payloads;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Data goes to stdout, as text for people or as JSON for programs. */
public final class Output {
  private enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; default: text.")
  private Format format;

  /** Prints the data, or the lines that say the same. */
  public void print(Surroundings surroundings, Object data, Supplier<List<String>> text) {
    switch (format) {
      case TEXT -> text.get().forEach(surroundings.out()::println);
      case JSON -> surroundings.out().println(json(data));
    }
    surroundings.out().flush();
  }

  private static String json(Object data) {
    try {
      return Payloads.canonical().writerWithDefaultPrettyPrinter().writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The data cannot be written as JSON", e);
    }
  }
}
