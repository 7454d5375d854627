package dev.slipway.activities.helm.releases;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * One revision of a release, as Helm keeps it in a Secret.
 *
 * @param secret the Secret without its data
 * @param manifest all objects of the release as YAML, the CRDs of its {@code crds/} folder included
 */
public record Revision(
    Secret secret,
    int number,
    String status,
    String description,
    String chart,
    String chartVersion,
    String manifest) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> HALF_MADE =
      Set.of("pending-install", "pending-upgrade", "pending-rollback", "failed");

  public boolean isDeployed() {
    return status.equals("deployed");
  }

  Instant created() {
    return Instant.parse(secret.getMetadata().getCreationTimestamp());
  }

  /** Left by a process that was killed or could not finish. */
  public boolean isHalfMade() {
    return HALF_MADE.contains(status);
  }

  /** Being removed, or removed with its record kept. */
  public boolean isLeaving() {
    return status.startsWith("uninstall");
  }

  boolean isMadeBySlipway() {
    return description.startsWith(DesiredRelease.MARK);
  }

  static Revision of(Secret secret) {
    String name = secret.getMetadata().getName();
    try {
      byte[] inner = Base64.getDecoder().decode(secret.getData().get("release"));
      JsonNode release = JSON.readTree(unzipped(Base64.getDecoder().decode(inner)));
      JsonNode metadata = release.path("chart").path("metadata");
      return new Revision(
          withoutData(secret),
          release.path("version").asInt(),
          release.path("info").path("status").asText(),
          release.path("info").path("description").asText(),
          metadata.path("name").asText(),
          metadata.path("version").asText(),
          release.path("manifest").asText() + crds(release.path("chart").path("files")));
    } catch (IOException | RuntimeException e) {
      throw FailureType.RELEASE_OWNED.failure(
          "Secret %s is no release of Helm's".formatted(name), e);
    }
  }

  private static String crds(JsonNode files) throws IOException {
    StringBuilder crds = new StringBuilder();
    for (JsonNode file : files) {
      if (file.path("name").asText().startsWith("crds/")) {
        crds.append("\n---\n").append(new String(file.path("data").binaryValue(), UTF_8));
      }
    }
    return crds.toString();
  }

  private static GZIPInputStream unzipped(byte[] content) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(content));
  }

  private static Secret withoutData(Secret secret) {
    return secret.edit().withData(null).build();
  }
}
