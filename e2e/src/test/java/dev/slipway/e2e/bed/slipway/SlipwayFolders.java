package dev.slipway.e2e.bed.slipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What workers read from their disk, and what they scribble on it. */
public record SlipwayFolders(Path packages, Path config, Path credentials, Path helm) {
  static SlipwayFolders in(Path folder, Path packages) {
    return new SlipwayFolders(
        packages,
        created(folder.resolve("config")),
        created(folder.resolve("private")),
        created(folder.resolve("helm")));
  }

  /** Makes a configuration file that requests can name. */
  public Path writeConfig(String name, String yaml) {
    return write(config.resolve(name), yaml);
  }

  /** Makes one of the GitHub App credential files, for example {@code argocd-github.yaml}. */
  public Path writeCredentials(String name, String yaml) {
    return write(credentials.resolve(name), yaml);
  }

  Map<String, String> environment() {
    return Map.of(
        "SLIPWAY_PACKAGES", packages.toString(),
        "SLIPWAY_CONFIG", config.toString(),
        "SLIPWAY_PRIVATE", credentials.toString(),
        "SLIPWAY_HELM", helm.toString());
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
