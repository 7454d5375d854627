package dev.slipway.workflows.uninstall.rules;

import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Finalizer.Service;
import dev.slipway.workflows.inventory.Finalizer.Tier;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.plan.Fact;
import java.util.ArrayList;
import java.util.List;

/** A thing of an inventory in the making: ours and made by the install unless said otherwise. */
final class Thing {
  private final Subject subject;
  private final List<Tie> ties = new ArrayList<>();
  private final List<Finalizer> finalizers = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private Presence presence = Presence.HERE;
  private Ownership ownership = Ownership.OURS;
  private Origin origin = Origin.MADE;
  private String addon;

  Thing(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  Thing of(String key) {
    addon = key;
    return this;
  }

  Thing foreign() {
    ownership = Ownership.NOT_OURS;
    origin = null;
    addon = null;
    return this;
  }

  Thing probable() {
    ownership = Ownership.PROBABLY_OURS;
    origin = null;
    return this;
  }

  Thing atRunTime() {
    return from(null);
  }

  Thing from(Origin given) {
    origin = given;
    return this;
  }

  Thing is(Presence given) {
    presence = given;
    return this;
  }

  Thing ownedBy(Thing other) {
    return tied(Sort.OWNED_BY, other);
  }

  Thing trackedBy(Thing other) {
    return tied(Sort.TRACKED_BY, other);
  }

  Thing definedBy(Thing other) {
    return tied(Sort.DEFINED_BY, other);
  }

  Thing standsFor(Thing other) {
    return tied(Sort.STANDS_FOR, other);
  }

  Thing tied(Sort sort, Thing other) {
    ties.add(new Tie(sort, other.subject));
    return this;
  }

  Thing fact(String name, String value) {
    facts.add(new Fact(name, value));
    return this;
  }

  Thing awaits(String finalizer, Tier tier, Service service, String controller) {
    finalizers.add(new Finalizer(finalizer, tier, service, controller));
    return this;
  }

  Thing awaits(String finalizer, Thing controller) {
    return awaits(finalizer, Tier.CLOUD, Service.RUNNING, controller.subject.toString());
  }

  Holding holding() {
    String id = presence == Presence.GONE ? "" : "id of " + subject;
    Belonging belonging = new Belonging(ownership, "a reason", origin, addon);
    return new Holding(subject, id, presence, belonging, ties, finalizers, facts);
  }
}
