package dev.slipway.e2e.bed.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where {@code e2e/run} put the binaries: {@code target/servers.properties}, one line each. */
public final class Servers {
  private static final Path LIST = Modules.folder("e2e").resolve("target/servers.properties");
  private static final Properties PATHS = load();

  private Servers() {}

  public static Path path(String name) {
    String path = PATHS.getProperty(name);
    if (path == null) {
      throw new IllegalStateException(LIST + " does not name " + name + "; start with e2e/run");
    }
    return Path.of(path);
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(LIST)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("No servers are built; start with e2e/run", e);
    }
    return properties;
  }
}
