package dev.slipway.workflows.uninstall.rules;

import static java.util.stream.Collectors.toMap;

import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.uninstall.plan.Removal;
import dev.slipway.workflows.uninstall.plan.Wave;
import dev.slipway.workflows.uninstall.rules.keep.Fates;
import dev.slipway.workflows.uninstall.rules.order.Place;
import dev.slipway.workflows.uninstall.rules.order.Places;
import dev.slipway.workflows.uninstall.rules.order.Stage;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The waves: each thing that goes is in them once, by itself or taken along. */
final class Removals {
  private final World world;
  private final Fates fates;
  private final Places places;
  private final Cascade cascade;
  private final Set<Subject> gone = new HashSet<>();

  Removals(World world, Fates fates, Places places) {
    this.world = world;
    this.fates = fates;
    this.places = places;
    this.cascade = new Cascade(world, fates, places);
  }

  List<Wave> waves() {
    List<Wave> waves = new ArrayList<>();
    localCluster(waves);
    byPlace().forEach((place, holdings) -> add(waves, place, holdings));
    return waves;
  }

  private void localCluster(List<Wave> waves) {
    String name = world.extent().localCluster();
    if (name != null) {
      Subject cluster = new Subject("kind", "Kind cluster", "", name);
      String how = "on the computer of whoever asks for it";
      waves.add(
          new Wave(Stage.LOCAL_CLUSTER.title(), List.of(new Removal(cluster, "", how, List.of()))));
    }
  }

  private Map<Place, List<Holding>> byPlace() {
    Map<Place, List<Holding>> byPlace = new TreeMap<>();
    world.holdings().stream()
        .filter(fates::goes)
        .filter(holding -> !isOnlyTakenAlong(holding))
        .forEach(
            holding ->
                byPlace
                    .computeIfAbsent(places.of(holding), added -> new ArrayList<>())
                    .add(holding));
    return byPlace;
  }

  private void add(List<Wave> waves, Place place, List<Holding> holdings) {
    Words words = new Words(cascade, world.extent().secrets());
    Map<Holding, List<Subject>> drags = new LinkedHashMap<>();
    for (Holding holding : rootsFirst(holdings)) {
      if (gone.add(holding.subject())) {
        drags.put(holding, takenAlong(holding, place));
      }
    }
    List<Removal> removals =
        drags.entrySet().stream()
            .map(
                entry ->
                    new Removal(
                        entry.getKey().subject(),
                        entry.getKey().id(),
                        words.how(entry.getKey(), place),
                        entry.getValue()))
            .sorted((one, other) -> one.subject().compareTo(other.subject()))
            .toList();
    if (!removals.isEmpty()) {
      waves.add(new Wave(places.title(place, drags.keySet()), removals));
    }
  }

  /** Applications, then what nobody else of the wave takes along, so that all is dragged once. */
  private List<Holding> rootsFirst(List<Holding> holdings) {
    Map<Subject, Holding> here =
        holdings.stream().collect(toMap(Holding::subject, holding -> holding));
    List<Holding> sorted = new ArrayList<>(holdings);
    sorted.sort((one, other) -> Integer.compare(rank(one, here), rank(other, here)));
    return sorted;
  }

  private int rank(Holding holding, Map<Subject, Holding> here) {
    if (Kinds.isApplication(holding.subject())) {
      return 0;
    }
    int depth = 1;
    Holding next = holding;
    Set<Subject> seen = new HashSet<>();
    while (next != null && seen.add(next.subject())) {
      depth++;
      next =
          next.tiedTo(Sort.OWNED_BY)
              .map(here::get)
              .filter(it -> it != null)
              .findFirst()
              .orElse(null);
    }
    return depth;
  }

  private List<Subject> takenAlong(Holding root, Place place) {
    Set<Subject> found = new TreeSet<>();
    Deque<Holding> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      cascade
          .of(open.remove(), place)
          .filter(fates::goes)
          .filter(child -> isLetGo(child, root))
          .filter(child -> gone.add(child.subject()))
          .forEach(
              child -> {
                found.add(child.subject());
                open.add(child);
              });
    }
    return List.copyOf(found);
  }

  /** Something with several owners goes with the last of them. */
  private boolean isLetGo(Holding child, Holding root) {
    return Kinds.isApplication(root.subject())
        || child.subject().isInAws()
        || child
            .tiedTo(Sort.OWNED_BY)
            .filter(owner -> world.find(owner).isPresent())
            .allMatch(gone::contains);
  }

  /** Nobody deletes it by itself: its namespace takes it along, or its controller in AWS. */
  private boolean isOnlyTakenAlong(Holding holding) {
    return Kinds.isOfControllersInAws(holding.subject())
        || Kinds.isMadeAnew(holding.subject())
        || (isPassing(holding.belonging(), holding) && namespaceGoes(holding.subject()));
  }

  /** What came at run time, does nothing by itself and waits for nobody. */
  private static boolean isPassing(Belonging belonging, Holding holding) {
    return belonging.origin() == null
        && holding.ties().isEmpty()
        && holding.finalizers().isEmpty()
        && !Kinds.isWorkload(holding.subject());
  }

  private boolean namespaceGoes(Subject subject) {
    return world
        .find(new Subject("", "Namespace", "", subject.namespace()))
        .filter(fates::goes)
        .isPresent();
  }
}
