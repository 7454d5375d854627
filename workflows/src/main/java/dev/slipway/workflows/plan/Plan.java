package dev.slipway.workflows.plan;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.platform.ClusterId;
import java.util.List;

/**
 * What a person is asked to agree to.
 *
 * <p>What is absent (null or empty) is absent from the digest, too, so that a new optional
 * component here or in a part changes no digest; none of them says {@code JsonInclude} itself.
 *
 * @param facts what it rests on: the whole configuration, or what was found
 * @param changes what will be created, changed, left and deleted, in the order of the steps
 * @param warnings what a person should know first
 * @param digest hexadecimal SHA-256 over the rest, made once by the activity that looked; carried
 *     from there, never made again from the shape of this record
 */
public record Plan(
    ClusterId cluster,
    List<Fact> facts,
    List<Change> changes,
    List<Finding> warnings,
    String digest) {
  private static final int SHORTEST_DIGEST = 12;

  public Plan {
    requireNonNull(cluster, "cluster");
    requireNonNull(digest, "digest");
    facts = List.copyOf(facts);
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  /** Whether the digest, or its first 12 and more characters, is this plan's. */
  public boolean hasDigest(String given) {
    return given.length() >= SHORTEST_DIGEST && digest.startsWith(given);
  }

  /** Enough of the digest to name the plan. */
  public String shortDigest() {
    return digest.substring(0, Math.min(SHORTEST_DIGEST, digest.length()));
  }
}
