package dev.slipway.workflows.secrets;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A secret as Secrets Manager describes it, without its value.
 *
 * @param inDeletion whether it is inside its deletion window: its value cannot be read
 */
public record StoredSecret(String arn, String name, Map<String, String> tags, boolean inDeletion) {
  /** Names the cluster that has claimed it. */
  public static final String OWNER_TAG = "slipway:cluster";

  public StoredSecret {
    requireNonNull(arn, "arn");
    requireNonNull(name, "name");
    tags = Map.copyOf(tags);
  }

  /** The cluster that claimed it; null where nobody has. */
  String owner() {
    return tags.get(OWNER_TAG);
  }
}
