package dev.slipway.workflows.plan;

import static java.util.Objects.requireNonNull;

/**
 * One thing that the run would create, change, leave or delete.
 *
 * @param action an {@link Action} by name; text, so that a reader shows one it does not know
 * @param object such as {@code release argocd}
 * @param detail what about it; null where there is nothing to say
 */
public record Change(String action, String object, String detail) {

  /** What happens to the object. */
  public enum Action {
    CREATE,
    /** It is there, somebody else made it, and it is the installation's from then on. */
    ADOPT,
    CHANGE,
    LEAVE,
    DELETE
  }

  public Change {
    requireNonNull(action, "action");
    requireNonNull(object, "object");
  }

  public static Change of(Action action, String object, String detail) {
    return new Change(action.name(), object, detail);
  }
}
