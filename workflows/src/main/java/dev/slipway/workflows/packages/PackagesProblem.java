package dev.slipway.workflows.packages;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a packages folder.
 *
 * @param file path below the folder
 * @param line line in the file, counted from 1; 0 where the file has none for it
 * @param field path of the key, such as {@code keycloak.defaultVersion}; empty for a whole file
 * @param message what is wrong and what would be right, naming the value
 */
public record PackagesProblem(String file, int line, String field, String message) {
  public PackagesProblem {
    requireNonNull(file, "file");
    requireNonNull(field, "field");
    requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + ": " + (field.isEmpty() ? "" : field + ": ") + message;
  }
}
