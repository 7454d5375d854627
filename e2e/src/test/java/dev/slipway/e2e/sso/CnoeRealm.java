package dev.slipway.e2e.sso;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.e2e.bed.keycloak.KeycloakAdmin;
import java.util.List;

/** The realm that the job makes in Keycloak. */
record CnoeRealm(KeycloakAdmin keycloak) {
  private static final String NAME = "cnoe";

  boolean exists() {
    return keycloak.hasRealm(NAME);
  }

  void forget() {
    keycloak.deleteRealm(NAME);
  }

  List<String> users() {
    return keycloak.names("/cnoe/users", "username");
  }

  List<String> groups() {
    return keycloak.names("/cnoe/groups", "name");
  }

  JsonNode client(String client) {
    return keycloak.client(NAME, client);
  }

  List<String> scopes(String client) {
    return keycloak.scopesOf(NAME, client);
  }

  /** Where the client may send people back to. */
  List<String> redirects(String client) {
    return client(client).get("redirectUris").valueStream().map(JsonNode::asText).toList();
  }

  void allowRedirect(String client, String uri) {
    keycloak.allowRedirectTo(NAME, client, uri);
  }

  String secret(String client) {
    return keycloak.secretOf(NAME, client);
  }

  /** The secrets of the clients that have one; none before the realm is there. */
  List<String> secrets() {
    return exists() ? List.of(secret("backstage"), secret("argo-workflows")) : List.of();
  }
}
