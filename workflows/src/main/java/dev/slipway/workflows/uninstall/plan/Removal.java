package dev.slipway.workflows.uninstall.plan;

import static java.util.Objects.requireNonNull;

import dev.slipway.workflows.inventory.Subject;
import java.util.List;

/**
 * One thing that goes.
 *
 * @param id the UID or ARN that was seen: what is deleted is this one, not a later namesake
 * @param how such as {@code through Argo CD's finalizer}, in words of the plan
 * @param drags what its deletion takes along, sorted: by owner reference, by Argo CD's cascade, by
 *     lying in it, and what it stands for in AWS
 */
public record Removal(Subject subject, String id, String how, List<Subject> drags) {
  public Removal {
    requireNonNull(subject, "subject");
    requireNonNull(id, "id");
    requireNonNull(how, "how");
    drags = List.copyOf(drags);
  }
}
