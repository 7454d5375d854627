package dev.slipway.standins.contract.argocd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Applications of the contract consist of: one folder of a Git repository each. */
public final class Manifests {
  public static final List<String> FOLDERS =
      List.of(
          "plain",
          "degraded",
          "waves",
          "held-up",
          "last-wave",
          "hooks",
          "failing-hook",
          "missing-kind",
          "kept",
          "definition");

  private Manifests() {}

  /** The only file of a folder. */
  public static String of(String folder) {
    String path = "/contract/argocd/" + folder + ".yaml";
    try (InputStream content = Manifests.class.getResourceAsStream(path)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
