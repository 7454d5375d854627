package dev.slipway.e2e.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.keycloak.KeycloakServer;
import dev.slipway.e2e.bed.process.Tool;
import java.util.List;
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
  private CnoeRealm realm;
  private SsoPlatform platform;

  @BeforeAll
  static void startKeycloak(Bed bed) {
    server = SsoPlatform.startKeycloak(bed);
  }

  @AfterAll
  static void stopKeycloak() {
    server.close();
  }

  @BeforeEach
  void prepare(Bed bed) {
    realm = new CnoeRealm(server.admin());
    realm.forget();
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

    assertThat(realm.users()).contains("user1", "user2");
    assertThat(realm.groups()).contains("admin", "base-user");
    assertThat(List.of("argocd", "backstage", "argo-workflows"))
        .allSatisfy(client -> assertThat(realm.scopes(client)).contains("groups"));
    assertThat(realm.redirects("argocd"))
        .contains("https://argocd.idp.bed.test/auth/callback")
        .contains("https://argocd.idp.bed.test/pkce/verify");
    assertThat(realm.redirects("backstage")).containsExactly(BACKSTAGE_CALLBACK);
    assertThat(realm.redirects("argo-workflows"))
        .containsExactly("https://argo-workflows.idp.bed.test/oauth2/callback");
    assertThat(platform.clientsSecret().data())
        .containsOnlyKeys(
            "ARGO_WORKFLOWS_CLIENT_SECRET",
            "BACKSTAGE_CLIENT_SECRET",
            "ARGOCD_ADMIN_PASSWORD",
            "ARGOCD_SESSION_TOKEN")
        .containsEntry("BACKSTAGE_CLIENT_SECRET", realm.secret("backstage"))
        .containsEntry("ARGO_WORKFLOWS_CLIENT_SECRET", realm.secret("argo-workflows"))
        .containsEntry("ARGOCD_ADMIN_PASSWORD", platform.argoCd().password());
    assertThat(platform.sessionUser()).isEqualTo("backstage");
    assertThat(run.output()).contains("Made realm cnoe", "Wrote Secret keycloak-clients");
    saysNoSecret(run);
  }

  @Test
  void theSecondRunChangesNothing() {
    succeeds();
    String version = platform.clientsSecret().version();
    JsonNode client = realm.client("argocd");

    Tool.Result second = succeeds();

    assertThat(second.output()).isEqualTo("Secret keycloak-clients is as it should be\n");
    assertThat(platform.clientsSecret().version()).isEqualTo(version);
    assertThat(realm.client("argocd")).isEqualTo(client);
  }

  @Test
  void aForeignRedirectUriIsTakenAway() {
    succeeds();
    realm.allowRedirect("backstage", "https://elsewhere.test/*");
    assertThat(realm.redirects("backstage")).hasSize(2);

    Tool.Result run = succeeds();

    assertThat(realm.redirects("backstage")).containsExactly(BACKSTAGE_CALLBACK);
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
    assertThat(realm.exists()).isFalse();
    assertThat(platform.clientsSecret().exists()).isFalse();
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
    assertThat(platform.clientsSecret().exists()).isFalse();

    platform.giveRight("patch");
    assertThat(succeeds().output()).endsWith("Wrote Secret keycloak-clients\n");
    assertThat(platform.sessionUser()).isEqualTo("backstage");
  }

  private Tool.Result succeeds() {
    Tool.Result run = platform.runJob();
    assertThat(run.exitCode()).as(run.output()).isZero();
    return run;
  }

  private void saysNoSecret(Tool.Result run) {
    assertThat(run.output()).doesNotContain(platform.secrets());
    realm.secrets().forEach(secret -> assertThat(run.output()).doesNotContain(secret));
  }
}
