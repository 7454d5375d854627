package dev.slipway.e2e.bed.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folders of this checkout, whichever folder the tests were started in. */
public final class Modules {
  private static final Path ROOT = root();

  private Modules() {}

  public static Path folder(String name) {
    return ROOT.resolve(name);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("e2e/run"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("Not inside a checkout: " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }
}
