package dev.slipway.e2e.install;

import dev.slipway.e2e.bed.process.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps runs' histories in {@code target/histories}: to look into, and for replay tests. */
public final class Histories {
  private Histories() {}

  public static void keep(String name, String history) {
    Path folder = Modules.folder("e2e").resolve("target/histories");
    try {
      Files.writeString(Files.createDirectories(folder).resolve(name + ".json"), history);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
