package dev.slipway.activities.helm.charts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.digest.Sha256;
import dev.slipway.workflows.failure.FailureType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Charts of public OCI registries, with the anonymous token that most of them ask for. */
final class OciRegistry {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
  private static final String UNKNOWN = "the registry does not know it";
  private static final Pattern CHALLENGE_PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final HttpFetch http;

  OciRegistry(HttpFetch http) {
    this.http = http;
  }

  byte[] archive(ChartReference reference) {
    String digest = layer(reference);
    byte[] archive = found(reference, send(reference, "blobs/" + digest, "*/*"));
    if (!digest.equals("sha256:" + Sha256.of(archive))) {
      throw FailureType.CHART_REFUSED.failure(
          "The archive of %s has another digest than its manifest says".formatted(reference));
    }
    return archive;
  }

  /** Empty where the registry has the chart in that version. */
  Optional<String> whyMissing(ChartReference reference) {
    HttpResponse<byte[]> response = manifest(reference);
    if (response.statusCode() == 404) {
      return Optional.of(UNKNOWN);
    }
    http.expectOk(response.uri(), response);
    return Optional.empty();
  }

  private String layer(ChartReference reference) {
    byte[] manifest = found(reference, manifest(reference));
    try {
      for (JsonNode layer : JSON.readTree(manifest).path("layers")) {
        if (layer.path("mediaType").asText().equals(CHART)) {
          return layer.path("digest").asText();
        }
      }
    } catch (IOException e) {
      throw FailureType.CHART_REFUSED.failure(
          "The manifest of %s cannot be read".formatted(reference), e);
    }
    throw ChartRepositories.missing(reference, "what the registry has under that tag is no chart");
  }

  private HttpResponse<byte[]> manifest(ChartReference reference) {
    return send(reference, "manifests/" + reference.version().replace('+', '_'), MANIFEST);
  }

  private HttpResponse<byte[]> send(ChartReference reference, String path, String accept) {
    URI uri = uri(reference, path);
    HttpResponse<byte[]> response = http.send(uri, "Accept", accept);
    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
    if (response.statusCode() == 401 && challenge.startsWith("Bearer ")) {
      String token = "Bearer " + token(challenge);
      return http.send(uri, "Accept", accept, "Authorization", token);
    }
    return response;
  }

  private byte[] found(ChartReference reference, HttpResponse<byte[]> response) {
    if (response.statusCode() == 404) {
      throw ChartRepositories.missing(reference, UNKNOWN);
    }
    return http.expectOk(response.uri(), response);
  }

  private String token(String challenge) {
    StringBuilder query = new StringBuilder();
    String realm = "";
    Matcher parts = CHALLENGE_PART.matcher(challenge);
    while (parts.find()) {
      if (parts.group(1).equals("realm")) {
        realm = parts.group(2);
      } else {
        String value = URLEncoder.encode(parts.group(2), StandardCharsets.UTF_8);
        query.append(query.isEmpty() ? '?' : '&').append(parts.group(1)).append('=').append(value);
      }
    }
    try {
      JsonNode answer =
          JSON.readTree(http.get(HttpFetch.address(realm + query, FailureType.CHART_REFUSED)));
      return answer.path("token").asText(answer.path("access_token").asText());
    } catch (IOException e) {
      throw FailureType.CHART_REFUSED.failure("The token of %s cannot be read".formatted(realm));
    }
  }

  private static URI uri(ChartReference reference, String path) {
    String repository = reference.repository().replaceFirst("^oci://", "").replaceFirst("/+$", "");
    int slash = repository.indexOf('/');
    String host = slash < 0 ? repository : repository.substring(0, slash);
    String folder = slash < 0 ? "" : repository.substring(slash + 1) + "/";
    String scheme = host.startsWith("127.0.0.1") || host.startsWith("localhost") ? "http" : "https";
    return HttpFetch.address(
        "%s://%s/v2/%s%s/%s".formatted(scheme, host, folder, reference.chart(), path),
        FailureType.INVALID_PACKAGES);
  }
}
