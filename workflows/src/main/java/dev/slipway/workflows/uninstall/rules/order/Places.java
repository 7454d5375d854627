package dev.slipway.workflows.uninstall.rules.order;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.uninstall.rules.world.Kinds;
import dev.slipway.workflows.uninstall.rules.world.LiveClaims;
import dev.slipway.workflows.uninstall.rules.world.World;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** When each thing goes that goes by a deletion of its own: the first rule that knows says so. */
public final class Places {
  private static final String EXTERNAL_SECRETS = BootstrapRelease.EXTERNAL_SECRETS.addon();
  private static final String ARGO_CD = BootstrapRelease.ARGO_CD.addon();

  private final World world;
  private final LiveClaims claims;
  private final Map<String, Place> byAddon = new HashMap<>();

  public Places(World world, LiveClaims claims) {
    this.world = world;
    this.claims = claims;
    List<List<String>> waves = RemovalOrder.of(world.graph());
    for (int turn = 0; turn < waves.size(); turn++) {
      Place place = new Place(Stage.ADDONS, turn);
      waves.get(turn).forEach(addon -> byAddon.put(addon, place));
    }
  }

  public Place of(Holding holding) {
    return Stream.<Function<Holding, Optional<Place>>>of(
            this::generator,
            this::clusterSecret,
            this::claim,
            this::entrance,
            this::fixed,
            this::store,
            this::waiting,
            this::addon,
            this::served)
        .flatMap(rule -> rule.apply(holding).stream())
        .findFirst()
        .orElse(new Place(Stage.LEFT_OVERS, 0));
  }

  /** Before which place it must not go; {@link Place#FIRST} where nobody needs it. */
  public Place earliest(Holding holding) {
    return holding.subject().isInAws() ? Place.FIRST : addon(holding).orElse(Place.FIRST);
  }

  /** What people call the wave of these at that place. */
  public String title(Place place, Collection<Holding> holdings) {
    if (place.stage() != Stage.ADDONS) {
      return place.stage().title();
    }
    Set<String> addons = new TreeSet<>();
    holdings.forEach(holding -> world.addonOf(holding).ifPresent(addons::add));
    return "Addons: " + String.join(", ", addons);
  }

  /** Whether an Application only hands a chart of ApplicationSets on. */
  public boolean makesGenerators(Holding holding) {
    return Kinds.isApplication(holding.subject())
        && world.hangingOn(holding.subject(), Sort.TRACKED_BY).stream()
            .map(Holding::subject)
            .anyMatch(Kinds::isApplicationSet);
  }

  private Optional<Place> generator(Holding holding) {
    if (makesGenerators(holding)) {
      return at(Stage.APPLICATION_SETS, 1);
    }
    if (!Kinds.isApplicationSet(holding.subject())) {
      return Optional.empty();
    }
    boolean isTracked = holding.tiedTo(Sort.TRACKED_BY).anyMatch(by -> world.find(by).isPresent());
    return at(Stage.APPLICATION_SETS, isTracked ? 2 : 0);
  }

  private Optional<Place> clusterSecret(Holding holding) {
    Subject subject = holding.subject();
    return Kinds.isExternalSecret(subject)
            && subject.namespace().equals(BootstrapRelease.ARGO_CD.namespace())
        ? at(Stage.CLUSTER_SECRETS, 0)
        : Optional.empty();
  }

  private Optional<Place> claim(Holding holding) {
    return claims.isOne(holding) ? at(Stage.CLAIMS, 0) : Optional.empty();
  }

  private Optional<Place> entrance(Holding holding) {
    boolean isBalanced =
        Kinds.isService(holding.subject())
            && holding.tiedTo(Sort.STANDS_FOR).anyMatch(Subject::isInAws);
    return isBalanced || Kinds.isIngress(holding.subject())
        ? at(Stage.ENTRANCES, 0)
        : Optional.empty();
  }

  private Optional<Place> fixed(Holding holding) {
    Subject subject = holding.subject();
    if (Kinds.isNamespace(subject)) {
      return at(Stage.NAMESPACES, 0);
    }
    if (Kinds.isDefinition(subject)) {
      return at(Stage.DEFINITIONS, 0);
    }
    if (Kinds.isSecretOfAws(subject)) {
      return at(Stage.SECRETS, 0);
    }
    if (Kinds.isAppProject(subject)) {
      return at(Stage.ARGO_CD, 0);
    }
    if (Kinds.isClaimOfVolume(subject)) {
      return at(Stage.VOLUMES, 0);
    }
    return Kinds.isVolume(subject) ? at(Stage.VOLUMES, 1) : Optional.empty();
  }

  /** What reads a store goes before the store. */
  private Optional<Place> store(Holding holding) {
    return world
        .definingAddon(holding)
        .filter(EXTERNAL_SECRETS::equals)
        .flatMap(addon -> at(Stage.STORES, holding.subject().kind().endsWith("Store") ? 1 : 0));
  }

  /** Unless its own addon goes before the one whose controller it waits for. */
  private Optional<Place> waiting(Holding holding) {
    Optional<Place> own = addon(holding);
    return served(holding)
        .filter(serving -> serving.stage() == Stage.ADDONS)
        .filter(serving -> own.isEmpty() || serving.compareTo(own.get()) <= 0)
        .flatMap(serving -> at(Stage.WAITING, 0));
  }

  private Optional<Place> addon(Holding holding) {
    return world.addonOf(holding).map(addon -> ofAddon(addon, holding.subject()));
  }

  /** What waits for a controller goes with the addon of that one at the latest. */
  private Optional<Place> served(Holding holding) {
    return world
        .servingAddons(holding)
        .map(addon -> ofAddon(addon, holding.subject()))
        .min(Place::compareTo);
  }

  private Place ofAddon(String addon, Subject subject) {
    if (addon.equals(EXTERNAL_SECRETS)) {
      return new Place(Stage.EXTERNAL_SECRETS, turn(subject));
    }
    if (addon.equals(ARGO_CD)) {
      return new Place(Stage.ARGO_CD, turn(subject));
    }
    return byAddon.getOrDefault(addon, new Place(Stage.LEFT_OVERS, 0));
  }

  /** Who manages it first, who serves its objects last. */
  private static int turn(Subject subject) {
    if (Kinds.isApplication(subject)) {
      return 0;
    }
    return Kinds.isWorkload(subject) ? 2 : 1;
  }

  private static Optional<Place> at(Stage stage, int turn) {
    return Optional.of(new Place(stage, turn));
  }
}
