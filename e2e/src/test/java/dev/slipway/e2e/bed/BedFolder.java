package dev.slipway.e2e.bed;

import dev.slipway.e2e.bed.process.Modules;
import dev.slipway.e2e.bed.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one bed. A folder whose JVM was killed is deleted when the next bed is made. */
final class BedFolder {
  private static final String KEEP = "keep";
  private final Path path;
  private int made;

  private BedFolder(Path path) {
    this.path = path;
  }

  static BedFolder create() {
    try {
      Path beds = Files.createDirectories(Modules.folder("e2e").resolve("target/beds"));
      deleteAbandoned(beds);
      return new BedFolder(
          Files.createTempDirectory(beds, "bed-" + ProcessHandle.current().pid() + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  synchronized Path newFolder(String name) {
    made++;
    try {
      return Files.createDirectories(path.resolve(made + "-" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps logs for a person to read. */
  void keep() {
    try {
      Files.writeString(path.resolve(KEEP), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deleteUnlessKept() {
    if (!isKept(path)) {
      delete(path);
    }
  }

  private static void deleteAbandoned(Path beds) throws IOException {
    try (Stream<Path> folders = Files.list(beds)) {
      List<Path> abandoned = folders.filter(bed -> !isKept(bed) && !isInUse(bed)).toList();
      abandoned.forEach(BedFolder::delete);
    }
  }

  private static boolean isKept(Path bed) {
    return Files.exists(bed.resolve(KEEP));
  }

  private static boolean isInUse(Path bed) {
    long pid = Long.parseLong(bed.getFileName().toString().split("-", -1)[1]);
    return ProcessHandle.of(pid).isPresent();
  }

  private static void delete(Path folder) {
    Tool.run(folder.getParent(), "rm", "-rf", folder);
  }
}
