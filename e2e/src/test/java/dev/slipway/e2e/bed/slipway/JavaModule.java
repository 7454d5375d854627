package dev.slipway.e2e.bed.slipway;

import dev.slipway.e2e.bed.process.Modules;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A built module of this checkout, to be started as a process. */
public record JavaModule(Path target) {
  public static JavaModule named(String name) {
    return new JavaModule(Modules.folder(name).resolve("target"));
  }

  public Path classes() {
    return target.resolve("classes");
  }

  /** The JVM with the module's class path; options and the main class come next. */
  List<Object> command() {
    return commandWith("");
  }

  /** Like that, with classes that take the place of others of that name. */
  List<Object> commandWith(String first) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String own = classes() + File.pathSeparator + classpath();
    return List.of(java, "-cp", first.isEmpty() ? own : first + File.pathSeparator + own);
  }

  /** What the module needs. */
  public String classpath() {
    try {
      return Files.readString(target.resolve("classpath")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Not packaged: " + target, e);
    }
  }
}
