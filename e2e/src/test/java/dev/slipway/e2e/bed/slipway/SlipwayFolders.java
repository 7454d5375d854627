package dev.slipway.e2e.bed.slipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What workers read from their disk, and what they write to it. */
public record SlipwayFolders(Path packages, Path config, Path credentials, Path helm) {
  private static final String GITHUB_APPS =
      """
      appId: 123456
      privateKey: |
        -----BEGIN RSA PRIVATE KEY-----
        planted-%s-private-key
        -----END RSA PRIVATE KEY-----
      """;
  private static final String ARGO_CD =
      """
      url: https://github.com/bed
      installationId: 234567
      """;
  private static final String BACKSTAGE =
      """
      webhookUrl: https://idp.bed.test
      clientId: Iv1.0123456789abcdef
      clientSecret: planted-client-secret
      webhookSecret: planted-webhook-secret
      """;

  static SlipwayFolders in(Path folder, Path packages) {
    return new SlipwayFolders(
        packages,
        created(folder.resolve("config")),
        created(folder.resolve("private")),
        created(folder.resolve("helm")));
  }

  /** Makes a configuration file that requests can name. */
  public Path writeConfig(String name, String yaml) {
    return write(config.resolve(name), yaml);
  }

  /** Makes one of the GitHub App credential files, for example {@code argocd-github.yaml}. */
  public Path writeCredentials(String name, String yaml) {
    return write(credentials.resolve(name), yaml);
  }

  /** Makes both credential files; each secret value in them starts with "planted-". */
  public void writeGitHubApps() {
    writeCredentials("argocd-github.yaml", GITHUB_APPS.formatted("argocd") + ARGO_CD);
    writeCredentials("backstage-github.yaml", GITHUB_APPS.formatted("backstage") + BACKSTAGE);
  }

  Map<String, String> environment() {
    return Map.of(
        "SLIPWAY_PACKAGES", packages.toString(),
        "SLIPWAY_CONFIG", config.toString(),
        "SLIPWAY_PRIVATE", credentials.toString(),
        "SLIPWAY_HELM", helm.toString());
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
