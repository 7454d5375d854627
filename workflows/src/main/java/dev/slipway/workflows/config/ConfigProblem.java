package dev.slipway.workflows.config;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a config.yaml.
 *
 * @param line line in the file, counted from 1; 0 where the input has no lines
 * @param field dotted path of the key, such as {@code repo.url}
 * @param message what is wrong and what would be right, naming the value
 */
public record ConfigProblem(int line, String field, String message) {
  public ConfigProblem {
    requireNonNull(field, "field");
    requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return (line > 0 ? "line " + line + ": " : "") + field + ": " + message;
  }
}
