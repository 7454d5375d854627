package dev.slipway.workflows.approval;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.slipway.workflows.contract.Payloads;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.PreflightActivities.Change;
import dev.slipway.workflows.contract.PreflightActivities.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a person is asked to agree to.
 *
 * @param changes what will be created, changed, left and deleted
 * @param warnings what a person should know first
 * @param digest SHA-256 of the canonical JSON of the other components, hexadecimal
 */
public record Plan(Platform platform, List<Change> changes, List<Finding> warnings, String digest) {
  private static final int SHORTEST_DIGEST = 12;

  public Plan {
    requireNonNull(platform, "platform");
    requireNonNull(digest, "digest");
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  public static Plan of(Platform platform, List<Change> changes, List<Finding> warnings) {
    return new Plan(platform, changes, warnings, sha256(new Content(platform, changes, warnings)));
  }

  /** Whether the digest, or its first 12 and more characters, is this plan's. */
  public boolean hasDigest(String given) {
    return given.length() >= SHORTEST_DIGEST && digest.startsWith(given);
  }

  private record Content(Platform platform, List<Change> changes, List<Finding> warnings) {}

  private static String sha256(Content content) {
    try {
      String json = Payloads.canonical().writeValueAsString(content);
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A plan could not be written as JSON", e);
    }
  }
}
