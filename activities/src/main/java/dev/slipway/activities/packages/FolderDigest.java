package dev.slipway.activities.packages;

import java.nio.file.Path;

/** SHA-256 of a folder. */
public final class FolderDigest {
  private FolderDigest() {}

  /** Hexadecimal; of a single file, too. */
  public static String of(Path root) {
    return FolderFiles.of(root).digest();
  }
}
