package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whose a thing is, and how that is known.
 *
 * @param reason for people, such as {@code made in BOOTSTRAP_CLUSTER}
 * @param origin what the manifest says; null where it does not name the thing
 * @param addon key of the addon that it is part of; null where it is part of none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Belonging(Ownership ownership, String reason, Origin origin, String addon) {

  /** Whose it is. What cannot be told is not ours. */
  public enum Ownership {
    /** The manifest says so, or it hangs on something of which the manifest says so. */
    OURS,
    /** Marks and names say so, no manifest does: kept unless it is named. */
    PROBABLY_OURS,
    /** Somebody else's. */
    NOT_OURS
  }

  public Belonging {
    requireNonNull(ownership, "ownership");
    requireNonNull(reason, "reason");
  }

  public boolean is(Ownership other) {
    return ownership == other;
  }
}
