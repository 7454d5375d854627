package dev.slipway.activities.helm;

import com.marcnuri.helm.jni.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Keeps Helm's native library (98 MB) unpacked between children and between workers. Its name holds
 * size and checksum, so another version of helm-java never meets an old file.
 */
final class NativeLibraryCache {
  private final Path folder;

  NativeLibraryCache(Path folder) {
    this.folder = folder;
  }

  /** The unpacked library; unpacks it where that has not been done. */
  Path library() throws IOException {
    ClassLoader classes = NativeLibraryCache.class.getClassLoader();
    NativeLibrary provider = NativeLibrary.serviceProviderLibrary(classes);
    if (provider == null) {
      throw new IOException("There is no Helm library for this system on the class path");
    }
    URL resource = provider.getClass().getResource("/" + provider.getBinaryName());
    if (resource == null) {
      throw new IOException(provider.getBinaryName() + " is not on the class path");
    }
    createPrivately();
    URLConnection connection = resource.openConnection();
    long size = connection.getContentLengthLong();
    Path library = folder.resolve(stamp(connection, size) + "-" + provider.getBinaryName());
    if (Files.notExists(library) || Files.size(library) != size) {
      unpack(connection, library);
    }
    return library;
  }

  private static String stamp(URLConnection connection, long size) throws IOException {
    if (connection instanceof JarURLConnection jar) {
      return size + "-" + Long.toHexString(jar.getJarEntry().getCrc());
    }
    return size + "-" + connection.getLastModified();
  }

  // Another worker may unpack at the same moment: whoever comes last replaces the same content.
  private void unpack(URLConnection connection, Path library) throws IOException {
    Path unfinished = Files.createTempFile(folder, "unfinished", ".so");
    try (InputStream content = connection.getInputStream()) {
      Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  // Code is loaded from here: a folder that somebody else made or may write to is refused.
  private void createPrivately() throws IOException {
    if (Files.notExists(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
    Path mine = Files.createTempFile(folder, "mine", "");
    boolean owned = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine));
    Files.delete(mine);
    if (!owned
        || permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(folder + " is writable by others; remove it");
    }
  }
}
