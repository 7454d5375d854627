package dev.slipway.e2e.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.keycloak.KeycloakAdmin;
import dev.slipway.e2e.bed.keycloak.KeycloakServer;
import dev.slipway.e2e.bed.process.Tool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The script of Keycloak's configuration job, run as its pod would run it. */
@ExtendWith(BedExtension.class)
final class SsoJobE2E {
  private static final String BACKSTAGE_CALLBACK =
      "https://backstage.idp.bed.test/api/auth/keycloak-oidc/handler/frame";
  private static KeycloakServer server;
  private SsoPlatform platform;

  @BeforeAll
  static void startKeycloak(Bed bed) {
    server =
        KeycloakServer.start(
            bed.folder().resolve("keycloak"),
            "https://keycloak.idp.bed.test",
            "cnoe-admin",
            SsoPlatform.ADMIN_PASSWORD);
  }

  @AfterAll
  static void stopKeycloak() {
    server.close();
  }

  @BeforeEach
  void prepare(Bed bed) {
    keycloak().deleteRealm("cnoe");
    platform = SsoPlatform.on(bed, server);
  }

  @AfterEach
  void close() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void theFirstRunMakesTheRealmItsClientsAndTheirSecret() {
    Tool.Result run = succeeds();

    assertThat(keycloak().names("/cnoe/users", "username")).contains("user1", "user2");
    assertThat(keycloak().names("/cnoe/groups", "name")).contains("admin", "base-user");
    for (String client : List.of("argocd", "backstage", "argo-workflows")) {
      assertThat(keycloak().scopesOf("cnoe", client)).as(client).contains("groups");
    }
    assertThat(redirects("argocd"))
        .contains("https://argocd.idp.bed.test/auth/callback")
        .contains("https://argocd.idp.bed.test/pkce/verify");
    assertThat(redirects("backstage")).containsExactly(BACKSTAGE_CALLBACK);
    assertThat(redirects("argo-workflows"))
        .containsExactly("https://argo-workflows.idp.bed.test/oauth2/callback");
    Map<String, String> secret = platform.clientsSecret();
    assertThat(secret)
        .containsOnlyKeys(
            "ARGO_WORKFLOWS_CLIENT_SECRET",
            "BACKSTAGE_CLIENT_SECRET",
            "ARGOCD_ADMIN_PASSWORD",
            "ARGOCD_SESSION_TOKEN")
        .containsEntry("BACKSTAGE_CLIENT_SECRET", keycloak().secretOf("cnoe", "backstage"))
        .containsEntry(
            "ARGO_WORKFLOWS_CLIENT_SECRET", keycloak().secretOf("cnoe", "argo-workflows"))
        .containsEntry("ARGOCD_ADMIN_PASSWORD", platform.argoCd().password());
    assertThat(platform.argoCd().userOf(secret.get("ARGOCD_SESSION_TOKEN"))).isEqualTo("backstage");
    assertThat(run.output()).contains("Made realm cnoe", "Wrote Secret keycloak-clients");
    saysNoSecret(run);
  }

  @Test
  void theSecondRunChangesNothing() {
    succeeds();
    String version = platform.clientsSecretVersion();
    JsonNode client = keycloak().client("cnoe", "argocd");

    Tool.Result second = succeeds();

    assertThat(second.output()).isEqualTo("Secret keycloak-clients is as it should be\n");
    assertThat(platform.clientsSecretVersion()).isEqualTo(version);
    assertThat(keycloak().client("cnoe", "argocd")).isEqualTo(client);
  }

  @Test
  void aForeignRedirectUriIsTakenAway() {
    succeeds();
    keycloak().allowRedirectTo("cnoe", "backstage", "https://elsewhere.test/*");
    assertThat(redirects("backstage")).hasSize(2);

    Tool.Result run = succeeds();

    assertThat(redirects("backstage")).containsExactly(BACKSTAGE_CALLBACK);
    assertThat(run.output())
        .isEqualTo("Changed clientId backstage\nSecret keycloak-clients is as it should be\n");
  }

  @Test
  void aWrongPasswordOfKeycloakFailsLoudly() {
    platform.putConfig("not-the-password-of-anybody");

    Tool.Result run = platform.runJob();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .startsWith("Failed: POST http://keycloak-http.keycloak.svc.cluster.local/realms/master/")
        .contains("401")
        .doesNotContain("not-the-password-of-anybody");
    saysNoSecret(run);
    assertThat(keycloak().hasRealm("cnoe")).isFalse();
    assertThat(platform.hasClientsSecret()).isFalse();
  }

  @Test
  void aRefusedWriteFailsLoudlyAndTheNextRunFinishes() {
    platform.takeRight("patch");

    Tool.Result run = platform.runJob();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("Failed: PATCH https://kubernetes.default.svc/api/v1/namespaces/keycloak/secrets")
        .contains("403 Forbidden")
        .doesNotContain("Wrote Secret");
    saysNoSecret(run);
    assertThat(platform.hasClientsSecret()).isFalse();

    platform.giveRight("patch");
    assertThat(succeeds().output()).endsWith("Wrote Secret keycloak-clients\n");
    assertThat(platform.argoCd().userOf(platform.clientsSecret().get("ARGOCD_SESSION_TOKEN")))
        .isEqualTo("backstage");
  }

  private Tool.Result succeeds() {
    Tool.Result run = platform.runJob();
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run;
  }

  // Tokens of Keycloak and Argo CD begin as every JSON Web Token does.
  private void saysNoSecret(Tool.Result run) {
    assertThat(run.output())
        .doesNotContain(
            SsoPlatform.ADMIN_PASSWORD,
            SsoPlatform.USER_PASSWORD,
            platform.argoCd().password(),
            "eyJ");
    if (keycloak().hasRealm("cnoe")) {
      assertThat(run.output())
          .doesNotContain(
              keycloak().secretOf("cnoe", "backstage"),
              keycloak().secretOf("cnoe", "argo-workflows"));
    }
  }

  private static List<String> redirects(String client) {
    return keycloak()
        .client("cnoe", client)
        .get("redirectUris")
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  private static KeycloakAdmin keycloak() {
    return server.admin();
  }
}
