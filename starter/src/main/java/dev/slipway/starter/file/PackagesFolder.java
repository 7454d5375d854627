package dev.slipway.starter.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.workflows.packages.PackagesTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A packages folder on the operator's disk. */
public final class PackagesFolder {
  private PackagesFolder() {}

  /** Every file in it. */
  public static PackagesTree read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "There is no folder " + folder);
    }
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (Files.isRegularFile(file) && PackagesTree.isPart(name)) {
          texts.put(name, new String(Files.readAllBytes(file), UTF_8));
        }
      }
      return new PackagesTree(texts);
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, folder + " cannot be read: " + e.getMessage(), e);
    }
  }
}
