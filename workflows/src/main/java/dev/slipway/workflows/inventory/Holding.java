package dev.slipway.workflows.inventory;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.plan.Fact;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing of the cluster or the account.
 *
 * @param id UID in the cluster, ARN or ID in AWS; empty where it is gone
 * @param ties what it has to do with others
 * @param finalizers who has to act before it goes
 * @param facts what a person should know of it, such as how many custom resources a CRD has
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Holding(
    Subject subject,
    String id,
    Presence presence,
    Belonging belonging,
    List<Tie> ties,
    List<Finalizer> finalizers,
    List<Fact> facts) {

  /** Whether it is there. What could not be asked is none of these, but {@link Unread}. */
  public enum Presence {
    HERE,
    /** Somebody has deleted it, and its finalizers keep it. */
    LEAVING,
    /** The manifest names it, and a successful look did not find it. */
    GONE
  }

  public Holding {
    requireNonNull(subject, "subject");
    requireNonNull(presence, "presence");
    requireNonNull(belonging, "belonging");
    id = id == null ? "" : id;
    ties = ties == null ? List.of() : List.copyOf(ties);
    finalizers = finalizers == null ? List.of() : List.copyOf(finalizers);
    facts = facts == null ? List.of() : List.copyOf(facts);
  }

  /** What it is tied to in that way. */
  public Stream<Subject> tiedTo(Tie.Sort sort) {
    return ties.stream().filter(tie -> tie.sort() == sort).map(Tie::to);
  }

  public boolean isGone() {
    return presence == Presence.GONE;
  }
}
