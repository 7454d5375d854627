package dev.slipway.e2e.sso;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Argo CD as the package's values configure it, of which only the API server runs. */
record ArgoCdServer(Cluster cluster) {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<String> NOT_NEEDED =
      List.of(
          "argocd-repo-server",
          "argocd-application-controller",
          "argocd-applicationset-controller");

  static ArgoCdServer install(Bed bed, Cluster cluster) {
    NOT_NEEDED.forEach(cluster.pods()::keepOff);
    cluster.helm(
        "install",
        "argocd",
        "argo-cd",
        "--repo=" + bed.sources().charts().url(),
        "--namespace=argocd",
        "--create-namespace",
        "--values=" + bed.sources().packages().resolve("argo-cd/values.yaml"));
    return new ArgoCdServer(cluster);
  }

  void awaitReady() {
    Await.until("Argo CD has made its password", SOON, () -> initialPassword() != null);
    Await.until("Argo CD answers", SOON, () -> get("/healthz", "").statusCode() == 200);
  }

  /** The administrator's first password. */
  String password() {
    byte[] password = Base64.getDecoder().decode(initialPassword().getData().get("password"));
    return new String(password, StandardCharsets.UTF_8);
  }

  /** Whom Argo CD takes the bearer of this token for. */
  String userOf(String token) {
    try {
      String answer = get("/api/v1/session/userinfo", token).body();
      return new ObjectMapper().readTree(answer).path("username").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Secret initialPassword() {
    return cluster
        .client()
        .secrets()
        .inNamespace("argocd")
        .withName("argocd-initial-admin-secret")
        .get();
  }

  private HttpResponse<String> get(String path, String token) throws IOException {
    String address =
        cluster
            .client()
            .services()
            .inNamespace("argocd")
            .withName("argocd-server")
            .get()
            .getSpec()
            .getClusterIP();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
