package dev.slipway.starter.file;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.workflows.credentials.GithubAppSecret;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The folder with the GitHub App credentials. Nothing read here is printed. */
public final class CredentialsFolder {
  private static final String ENDING = ".yaml";

  private CredentialsFolder() {}

  /** The credentials, complete. */
  public static GithubAppSecret read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "--dir: there is no folder " + folder);
    }
    Map<String, String> files = new TreeMap<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : listing) {
        String name = file.getFileName().toString();
        files.put(name.substring(0, name.length() - ENDING.length()), ConfigFile.text(file));
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "--dir: " + folder + " cannot be read: " + e.getMessage(), e);
    }
    GithubAppSecret secret = GithubAppSecret.read(files);
    if (!secret.problems().isEmpty()) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, folder + " is incomplete\n" + String.join("\n", secret.problems()));
    }
    return secret;
  }
}
