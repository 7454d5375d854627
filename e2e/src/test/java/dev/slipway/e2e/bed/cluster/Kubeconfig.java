package dev.slipway.e2e.bed.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes kubeconfig files with one context. */
public record Kubeconfig(String server, Path authority) {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: bed, cluster: {server: "%s", certificate-authority: "%s"}}]
      users: [{name: bed, user: {%s}}]
      contexts: [{name: bed, context: {cluster: bed, user: bed, namespace: "%s"}}]
      current-context: bed
      """;

  public Path write(Path file, String token, String namespace) {
    return writeUser(file, token.isEmpty() ? "" : "token: \"" + token + '"', namespace);
  }

  Path writeWithoutUser(Path file) {
    return write(file, "", "default");
  }

  private Path writeUser(Path file, String user, String namespace) {
    try {
      return Files.writeString(file, TEXT.formatted(server, authority, user, namespace));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
