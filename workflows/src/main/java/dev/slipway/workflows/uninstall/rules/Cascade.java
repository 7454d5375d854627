package dev.slipway.workflows.uninstall.rules;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.uninstall.rules.keep.Fates;
import dev.slipway.workflows.uninstall.rules.order.Place;
import dev.slipway.workflows.uninstall.rules.order.Places;
import dev.slipway.workflows.uninstall.rules.order.Stage;
import dev.slipway.workflows.uninstall.rules.world.Cleaning;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a deletion takes along at once, and what has to be cut off from it before. */
final class Cascade {
  private static final String NOT_DELETED = "Delete=false";

  private final World world;
  private final Fates fates;
  private final Places places;
  private final Map<Subject, Place> earliest = new HashMap<>();

  Cascade(World world, Fates fates, Places places) {
    this.world = world;
    this.fates = fates;
    this.places = places;
  }

  /** What goes with it directly. */
  Stream<Holding> of(Holding holding, Place place) {
    return Stream.of(
            tracked(holding).filter(child -> mayGo(child, place)),
            orphans(holding, place) ? Stream.<Holding>empty() : owned(holding),
            held(holding),
            defined(holding),
            world.behind(holding).filter(child -> !Cleaning.isRetained(child)))
        .flatMap(all -> all);
  }

  /** Whether what it owns has to be left behind at that place. */
  boolean orphans(Holding holding, Place place) {
    return place.stage() == Stage.APPLICATION_SETS
        || place.stage() == Stage.CLUSTER_SECRETS
        || owned(holding).anyMatch(child -> !mayGo(child, limit(holding, place)));
  }

  /** What Argo CD would delete with it, but must not. */
  List<Subject> spared(Holding application, Place place) {
    return tracked(application)
        .filter(child -> !mayGo(child, place))
        .map(Holding::subject)
        .toList();
  }

  /** Whether Argo CD deletes what the Application tracks; its own parts go one by one. */
  boolean isCascading(Holding holding) {
    return Kinds.isApplication(holding.subject()) && places.of(holding).stage() == Stage.ADDONS;
  }

  /** What hangs on an entrance, such as its certificate, goes with it before its addon does. */
  private Place limit(Holding holding, Place place) {
    return place.stage() == Stage.ENTRANCES ? place.orLater(places.earliest(holding)) : place;
  }

  private boolean mayGo(Holding child, Place place) {
    return earliest(child).compareTo(place) <= 0;
  }

  /** Before which place it must not go, nor what hangs on it. */
  private Place earliest(Holding holding) {
    Place known = earliest.putIfAbsent(holding.subject(), Place.FIRST);
    if (known != null) {
      return known;
    }
    Place latest =
        Stream.concat(
                Stream.of(fates.goes(holding) ? places.earliest(holding) : Place.NEVER),
                owned(holding).map(this::earliest))
            .max(Place::compareTo)
            .orElse(Place.FIRST);
    earliest.put(holding.subject(), latest);
    return latest;
  }

  private Stream<Holding> tracked(Holding holding) {
    return isCascading(holding)
        ? world.hangingOn(holding.subject(), Sort.TRACKED_BY).stream()
            .filter(child -> !Kinds.isDefinition(child.subject()))
            .filter(child -> child.tiedTo(Sort.SHARED_WITH).findAny().isEmpty())
            .filter(Cascade::isDeleted)
        : Stream.empty();
  }

  private Stream<Holding> owned(Holding holding) {
    return world.hangingOn(holding.subject(), Sort.OWNED_BY).stream()
        .filter(child -> !child.subject().isInAws());
  }

  private Stream<Holding> held(Holding holding) {
    return Kinds.isNamespace(holding.subject())
        ? world.in(holding.subject().name()).stream()
        : Stream.empty();
  }

  private Stream<Holding> defined(Holding holding) {
    return Kinds.isDefinition(holding.subject())
        ? world.hangingOn(holding.subject(), Sort.DEFINED_BY).stream()
        : Stream.empty();
  }

  private static boolean isDeleted(Holding holding) {
    return holding.facts().stream().noneMatch(fact -> fact.value().contains(NOT_DELETED));
  }
}
