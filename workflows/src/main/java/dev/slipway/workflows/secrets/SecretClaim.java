package dev.slipway.workflows.secrets;

import static java.util.Objects.requireNonNull;

/**
 * Whose a secret is, as seen from one cluster.
 *
 * @param owner who has it where it is foreign, in words; else empty
 */
public record SecretClaim(String name, State state, String owner) {
  /** What may be done with the secret. */
  public enum State {
    /** It does not exist. */
    FREE,
    /** It carries this cluster's owner tag. */
    OURS,
    /** It carries this cluster's owner tag and is inside its deletion window. */
    RESTORABLE,
    /** It carries no owner tag, and the configuration it belongs to names this cluster. */
    ADOPTABLE,
    /** It is another's, or nobody knows whose. */
    FOREIGN
  }

  public SecretClaim {
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNonNull(owner, "owner");
  }

  /** Why a foreign secret is left alone. */
  public String refusal() {
    return "secret " + name + " belongs to " + owner + "; it is not overwritten";
  }
}
