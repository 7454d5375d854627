package dev.slipway.activities.packages;

import dev.slipway.activities.scratch.TemporaryFolder;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Packages;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The worker's packages folder. It may change at any time, so it is only ever copied: a run works
 * on the copy that has the digest which was approved, whatever becomes of the folder meanwhile.
 */
public final class PackagesFolder {
  private static final int REMEMBERED = 4;
  private static final Cleaner CLEANER = Cleaner.create();

  private final Path root;
  private final Map<String, PackagesCopy> copies =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PackagesCopy> eldest) {
          return size() > REMEMBERED;
        }
      };

  public PackagesFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** The digest of what is there now. */
  public String digest() {
    return FolderFiles.of(root).digest();
  }

  /**
   * A copy of what is there now.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_PACKAGES}
   */
  public synchronized PackagesCopy now() {
    FolderFiles files = FolderFiles.of(root);
    String digest = files.digest();
    PackagesCopy known = copies.get(digest);
    if (known != null && known.isIntact()) {
      return known;
    }
    PackagesCopy made = copy(files, digest);
    copies.put(digest, made);
    return made;
  }

  /**
   * The approved packages.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#PACKAGES_CHANGED} naming both
   *     digests, where this worker neither has them nor had them
   */
  public synchronized PackagesCopy approved(Packages approved) {
    PackagesCopy known = copies.get(approved.digest());
    if (known != null && known.isIntact()) {
      return known;
    }
    PackagesCopy found = now();
    if (!found.digest().equals(approved.digest())) {
      throw FailureType.PACKAGES_CHANGED.failure(
          "The packages folder has digest %s; approved was %s. Start a new run, or give this worker the approved packages"
              .formatted(found.digest(), approved.digest()));
    }
    return found;
  }

  /** It goes when nobody works on it any more, at the latest with the next worker. */
  private static PackagesCopy copy(FolderFiles files, String digest) {
    try {
      Path folder = TemporaryFolder.create();
      files.writeTo(folder);
      PackagesCopy copy = new PackagesCopy(folder, digest);
      CLEANER.register(copy, () -> TemporaryFolder.delete(folder));
      return copy;
    } catch (IOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "The packages folder cannot be copied: " + e.getMessage(), e);
    }
  }
}
