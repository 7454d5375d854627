package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

/**
 * What one thing has to do with another: by ties a deletion drags things along, or leaves them
 * behind. What lies in a namespace says so by its subject and has no tie for it.
 *
 * @param to may be a thing that the inventory does not list
 */
public record Tie(Sort sort, Subject to) {

  /** What it has to do with it. */
  public enum Sort {
    /** An owner reference: it goes when the other goes. */
    OWNED_BY,
    /** An Application of Argo CD tracks it, whose cascade deletes it. */
    TRACKED_BY,
    /** Another Application has the object in its sources as well. */
    SHARED_WITH,
    /** A Helm release brought it. */
    RELEASED_BY,
    /** It is a custom resource of that CRD. */
    DEFINED_BY,
    /**
     * It is there for something else, in AWS mostly: a Service for its balancer, a claim for its
     * volume.
     */
    STANDS_FOR
  }

  public Tie {
    requireNonNull(sort, "sort");
    requireNonNull(to, "to");
  }
}
