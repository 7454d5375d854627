package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of the installation's manifest.
 *
 * @param planDigest of the plan that it was written under last; null without a manifest
 * @param approver the name that was given for that plan, a claim; null where none was
 * @param problem why it cannot be trusted; null where it can, and where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ManifestSeen(State state, String planDigest, String approver, String problem) {

  /** How far it can be trusted. */
  public enum State {
    /** A finished install wrote it. */
    INSTALLED,
    /** An install wrote it that did not come to its end. */
    INSTALLING,
    /** There is none: everything is probable only. */
    ABSENT,
    /** There is one that does not agree with its own checksum, or could not be read. */
    UNREADABLE
  }

  public ManifestSeen {
    requireNonNull(state, "state");
  }
}
