package dev.slipway.e2e.bed.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keycloak's admin API, asked as its first administrator. */
public final class KeycloakAdmin {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORM =
      "grant_type=password&client_id=admin-cli&username=%s&password=%s";
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String form;

  KeycloakAdmin(URI address, String user, String password) {
    this.address = address;
    form = FORM.formatted(URLEncoder.encode(user, UTF_8), URLEncoder.encode(password, UTF_8));
  }

  public boolean hasRealm(String realm) {
    return names("", "realm").contains(realm);
  }

  /** Forgets the realm; it is no error if there is none. */
  public void deleteRealm(String realm) {
    if (hasRealm(realm)) {
      call("DELETE", "/" + realm, null);
    }
  }

  /** The values of a field of all objects at a path below {@code /admin/realms}. */
  public List<String> names(String path, String field) {
    return StreamSupport.stream(get(path).spliterator(), false)
        .map(item -> item.get(field).asText())
        .toList();
  }

  public ObjectNode client(String realm, String clientId) {
    return (ObjectNode) get("/" + realm + "/clients?clientId=" + clientId).get(0);
  }

  public String secretOf(String realm, String clientId) {
    return get(clientPath(realm, client(realm, clientId)) + "/client-secret").get("value").asText();
  }

  public List<String> scopesOf(String realm, String clientId) {
    return names(clientPath(realm, client(realm, clientId)) + "/default-client-scopes", "name");
  }

  public void allowRedirectTo(String realm, String clientId, String uri) {
    ObjectNode client = client(realm, clientId);
    client.withArray("/redirectUris").add(uri);
    call("PUT", clientPath(realm, client), client);
  }

  private static String clientPath(String realm, JsonNode client) {
    return "/" + realm + "/clients/" + client.get("id").asText();
  }

  private JsonNode get(String path) {
    return call("GET", path, null);
  }

  private JsonNode call(String method, String path, JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/admin/realms" + path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    return send(request);
  }

  private String token() {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return send(request).get("access_token").asText();
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(request + ": " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
