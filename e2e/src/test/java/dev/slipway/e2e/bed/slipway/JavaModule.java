package dev.slipway.e2e.bed.slipway;

import dev.slipway.e2e.bed.process.Modules;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A built module of this checkout, to be started as a process. */
record JavaModule(Path target) {
  static JavaModule named(String name) {
    return new JavaModule(Modules.folder(name).resolve("target"));
  }

  /** The JVM with the module's class path; options and the main class come next. */
  List<Object> command() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(java, "-cp", target.resolve("classes") + File.pathSeparator + classpath());
  }

  private String classpath() {
    try {
      return Files.readString(target.resolve("classpath")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Not packaged: " + target, e);
    }
  }
}
