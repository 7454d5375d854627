package dev.slipway.sandbox.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** GitHub App credentials that open nothing. */
final class Credentials {
  private static final String KEY =
      """
      privateKey: |
        -----BEGIN RSA PRIVATE KEY-----
        c3RhbmQtaW46IHRoaXMgaXMgbm8ga2V5
        -----END RSA PRIVATE KEY-----
      """;

  private Credentials() {}

  static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("argocd-github.yaml"),
        """
        url: https://github.com/harbour
        appId: "1001"
        installationId: "2002"
        """
            + KEY);
    Files.writeString(
        folder.resolve("backstage-github.yaml"),
        """
        appId: "1002"
        webhookUrl: https://backstage.harbour.example.com/hook
        clientId: Iv1.standin
        clientSecret: stand-in-client
        webhookSecret: stand-in-hook
        """
            + KEY);
  }
}
