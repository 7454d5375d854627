package dev.slipway.activities.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.PackagesTree;
import io.temporal.failure.ApplicationFailure;
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
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a folder that count, each read once: what is digested is what is used. Links are
 * followed, since a mounted ConfigMap is made of them, but not out of the folder.
 *
 * @param contents by path below the folder
 */
record FolderFiles(NavigableMap<String, byte[]> contents) {

  /**
   * Reads them; a single file, too.
   *
   * @throws ApplicationFailure {@link FailureType#INVALID_PACKAGES} naming what cannot be read, or
   *     leads out of the folder
   */
  static FolderFiles of(Path root) {
    NavigableMap<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      Path real = root.toRealPath();
      for (Path file : (Iterable<Path>) walk::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (PackagesTree.isPart(name) && !Files.isDirectory(file)) {
          contents.put(name, read(file, name, real));
        }
      }
      return new FolderFiles(contents);
    } catch (IOException | UncheckedIOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "The packages folder cannot be read: " + e.getMessage(), e);
    }
  }

  /** SHA-256 over the sorted paths and the contents, hexadecimal. */
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      contents.forEach(
          (name, content) -> {
            update(digest, name.getBytes(UTF_8));
            update(digest, content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private static byte[] read(Path file, String name, Path root) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw refusal(name, "is no file, or a link that leads nowhere");
    }
    if (!file.toRealPath().startsWith(root)) {
      throw refusal(name, "is a link out of the packages folder; put the file itself there");
    }
    return Files.readAllBytes(file);
  }

  private static ApplicationFailure refusal(String name, String why) {
    return FailureType.INVALID_PACKAGES.failure("packages/%s %s".formatted(name, why));
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length).array());
    digest.update(bytes);
  }
}
