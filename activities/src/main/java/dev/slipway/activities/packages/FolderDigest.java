package dev.slipway.activities.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.PackagesTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 of a folder. Links are followed, since a mounted ConfigMap is made of them. */
public final class FolderDigest {
  private FolderDigest() {}

  /** Hexadecimal; of a single file, too. */
  public static String of(Path root) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Path> file : files(root).entrySet()) {
        byte[] name = file.getKey().getBytes(UTF_8);
        byte[] content = Files.readAllBytes(file.getValue());
        digest.update(ByteBuffer.allocate(4).putInt(0, name.length).array());
        digest.update(name);
        digest.update(ByteBuffer.allocate(4).putInt(0, content.length).array());
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | UncheckedIOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "The packages folder cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files that count, by their path below the folder. */
  static Map<String, Path> files(Path root) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (Files.isRegularFile(file) && PackagesTree.isPart(name)) {
          files.put(name, file);
        }
      }
    }
    return files;
  }
}
