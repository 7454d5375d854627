package dev.slipway.activities.secrets;

import dev.slipway.workflows.credentials.GithubAppSecret;
import dev.slipway.workflows.failure.FailureType;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The worker's {@code private/} folder. Nothing read here is logged or put into a failure. */
public final class CredentialsFolder {
  private static final String ENDING = ".yaml";

  private final Path folder;

  public CredentialsFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The credentials; {@link GithubAppSecret#problems()} says what they lack.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#SECRET_INCOMPLETE} where the
   *     folder cannot be read
   */
  public GithubAppSecret read() {
    Map<String, String> files = new TreeMap<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : listing) {
        String name = file.getFileName().toString();
        files.put(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
      }
    } catch (IOException e) {
      throw FailureType.SECRET_INCOMPLETE.failure(
          "The worker cannot read its folder of GitHub App credentials: " + e, e);
    }
    return GithubAppSecret.read(files);
  }
}
