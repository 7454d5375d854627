package dev.slipway.workflows.uninstall.rules.world;

import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.uninstall.plan.Extent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is there, by subject and by what hangs on what. What is gone is not in it. */
public final class World {
  private final Inventory inventory;
  private final Extent extent;
  private final AddonGraph graph;
  private final Map<Subject, Holding> holdings = new LinkedHashMap<>();
  private final Map<String, Holding> byText = new HashMap<>();
  private final Map<Sort, Map<Subject, List<Holding>>> hanging = new HashMap<>();
  private final Map<String, List<Holding>> inNamespace = new HashMap<>();

  public World(Inventory inventory, Extent extent, AddonGraph graph) {
    this.inventory = inventory;
    this.extent = extent;
    inventory.holdings().stream()
        .filter(holding -> !holding.isGone())
        .sorted(Comparator.comparing(Holding::subject))
        .forEach(holding -> holdings.putIfAbsent(holding.subject(), holding));
    holdings.values().forEach(this::index);
    this.graph = graph.among(addons());
  }

  private void index(Holding holding) {
    byText.put(holding.subject().toString(), holding);
    for (Tie tie : holding.ties()) {
      hanging
          .computeIfAbsent(tie.sort(), added -> new HashMap<>())
          .computeIfAbsent(tie.to(), added -> new ArrayList<>())
          .add(holding);
    }
    if (!holding.subject().isInAws() && !holding.subject().namespace().isEmpty()) {
      inNamespace
          .computeIfAbsent(holding.subject().namespace(), added -> new ArrayList<>())
          .add(holding);
    }
  }

  private Set<String> addons() {
    Set<String> present = new LinkedHashSet<>();
    holdings.values().stream()
        .filter(holding -> !holding.belonging().is(Ownership.NOT_OURS))
        .flatMap(holding -> addonOf(holding).stream())
        .forEach(present::add);
    return present;
  }

  public Inventory inventory() {
    return inventory;
  }

  public Extent extent() {
    return extent;
  }

  /** The graph of the addons of which something is there. */
  public AddonGraph graph() {
    return graph;
  }

  /** Sorted by subject. */
  public Collection<Holding> holdings() {
    return holdings.values();
  }

  public Optional<Holding> find(Subject subject) {
    return Optional.ofNullable(holdings.get(subject));
  }

  /** By what {@link Subject#toString()} says. */
  public Optional<Holding> find(String text) {
    return Optional.ofNullable(byText.get(text));
  }

  /** What has such a tie to it. */
  public List<Holding> hangingOn(Subject subject, Sort sort) {
    return hanging.getOrDefault(sort, Map.of()).getOrDefault(subject, List.of());
  }

  /** All that is known to lie in it. */
  public List<Holding> in(String namespace) {
    return inNamespace.getOrDefault(namespace, List.of());
  }

  /**
   * What goes in AWS when it goes: what it stands for, and what is there for its sake. A claim of a
   * volume has its volume in the cluster there, too.
   */
  public Stream<Holding> behind(Holding holding) {
    Stream<Holding> itStandsFor = holding.tiedTo(Sort.STANDS_FOR).flatMap(to -> find(to).stream());
    Stream<Holding> forItsSake =
        Stream.of(Sort.STANDS_FOR, Sort.OWNED_BY)
            .flatMap(sort -> hangingOn(holding.subject(), sort).stream())
            .filter(other -> other.subject().isInAws());
    return holding.subject().isInAws()
        ? forItsSake
        : Stream.concat(itStandsFor, forItsSake).distinct();
  }

  /** Its own, else that of its definition; empty where it is part of none. */
  public Optional<String> addonOf(Holding holding) {
    if (holding.belonging().addon() != null) {
      return Optional.of(holding.belonging().addon());
    }
    return definingAddon(holding);
  }

  /** The addon that brought the definition of a custom resource. */
  public Optional<String> definingAddon(Holding holding) {
    return holding
        .tiedTo(Sort.DEFINED_BY)
        .flatMap(definition -> find(definition).stream())
        .filter(definition -> !definition.belonging().is(Ownership.NOT_OURS))
        .map(definition -> definition.belonging().addon())
        .filter(addon -> addon != null)
        .findFirst();
  }

  /** The addons whose controllers have to act before it goes. */
  public Stream<String> servingAddons(Holding holding) {
    return holding.finalizers().stream()
        .flatMap(finalizer -> find(finalizer.controller()).stream())
        .filter(controller -> !controller.belonging().is(Ownership.NOT_OURS))
        .map(controller -> controller.belonging().addon())
        .filter(addon -> addon != null);
  }
}
