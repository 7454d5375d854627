package dev.slipway.workflows.uninstall.rules.world;

import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Crossplane's claims, composites and managed resources: they stand for something in the cloud. */
public final class LiveClaims {
  private static final Set<String> FINALIZERS =
      Set.of(
          "finalizer.apiextensions.crossplane.io",
          "composite.apiextensions.crossplane.io",
          "finalizer.managedresource.crossplane.io");

  private final World world;
  private final Set<Subject> agreed = new HashSet<>();

  /** What is named goes with all that hangs on it. */
  public LiveClaims(World world) {
    this.world = world;
    Deque<Holding> open = new ArrayDeque<>();
    world
        .extent()
        .liveClaims()
        .forEach(text -> world.find(text).filter(this::isOne).ifPresent(open::add));
    while (!open.isEmpty()) {
      Holding next = open.remove();
      if (agreed.add(next.subject())) {
        below(next).forEach(open::add);
      }
    }
  }

  public boolean isOne(Holding holding) {
    return holding.finalizers().stream().map(Finalizer::name).anyMatch(FINALIZERS::contains)
        || isDefinedByComposite(holding);
  }

  /** Whether somebody agreed that it goes. */
  public boolean isAgreed(Holding holding) {
    return agreed.contains(holding.subject());
  }

  /** Those that nobody agreed to, sorted by subject. */
  public List<Holding> refused() {
    return world.holdings().stream()
        .filter(holding -> isOne(holding) && !isAgreed(holding))
        .toList();
  }

  private Stream<Holding> below(Holding claim) {
    return Stream.concat(
        world.hangingOn(claim.subject(), Sort.OWNED_BY).stream(), world.behind(claim));
  }

  private boolean isDefinedByComposite(Holding holding) {
    return holding
        .tiedTo(Sort.DEFINED_BY)
        .flatMap(definition -> world.find(definition).stream())
        .flatMap(definition -> definition.tiedTo(Sort.OWNED_BY))
        .anyMatch(Kinds::isCompositeDefinition);
  }
}
