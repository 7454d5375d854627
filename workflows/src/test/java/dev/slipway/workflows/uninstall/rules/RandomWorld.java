package dev.slipway.workflows.uninstall.rules;

import static java.util.stream.Collectors.toMap;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.RandomGraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** An installation of random addons, with strangers among them: the same for the same seed. */
final class RandomWorld {
  private static final Set<String> PARTS = Set.of("Application", "Deployment", "Role");

  private final long seed;
  private final Random random;
  private final AddonGraph graph;
  private final InventoryOf inventory = new InventoryOf();
  private final List<Thing> parts = new ArrayList<>();
  private final Planned planned;
  private final Map<Subject, Holding> bySubject;

  RandomWorld(long seed) {
    this.seed = seed;
    random = new Random(seed);
    graph = RandomGraphs.of(random);
    extent();
    graph.order().forEach(addon -> addon(addon.key()));
    planned = inventory.plan(graph);
    bySubject = inventory.holdings().stream().collect(toMap(Holding::subject, it -> it));
  }

  private void extent() {
    if (random.nextBoolean()) {
      inventory.withVolumes();
    }
    if (random.nextBoolean()) {
      inventory.withDefinitions().withSecrets(7);
    }
    inventory.aws("secret", "acme/config");
  }

  private void addon(String key) {
    Thing application = inventory.application(key);
    inventory.namespace(key).of(key);
    inventory.core("ConfigMap", key, "kube-root-ca.crt").of(key).atRunTime();
    Thing definition = inventory.definition(key).of(key).trackedBy(application);
    Thing controller = part(inventory.deployment(key, "controller"), key, application);
    for (int number = random.nextInt(6); number > 0; number--) {
      part(inventory.object("rbac", "Role", key, "role-" + number), key, application);
    }
    data(key, controller);
    balancer(key, application, controller);
    Thing resource = inventory.object(key, "Thing", key, "ours").of(key).definedBy(definition);
    if (rarely()) {
      resource.probable();
    }
    if (rarely()) {
      inventory
          .object(key, "Thing", random.nextBoolean() ? key : "team-b", "theirs")
          .foreign()
          .definedBy(definition)
          .awaits("protects", controller);
    }
  }

  /** Mostly tracked, at times owned by a part of any addon, shared, or gone. */
  private Thing part(Thing thing, String key, Thing application) {
    thing.of(key);
    if (random.nextInt(4) > 0) {
      thing.trackedBy(application);
    }
    if (rarely() && !parts.isEmpty()) {
      thing.ownedBy(parts.get(random.nextInt(parts.size())));
    }
    if (rarely() && !parts.isEmpty()) {
      thing.tied(Sort.SHARED_WITH, parts.get(random.nextInt(parts.size())));
    }
    if (rarely()) {
      thing.is(random.nextBoolean() ? Presence.GONE : Presence.LEAVING);
    }
    parts.add(thing);
    return thing;
  }

  private void data(String key, Thing owner) {
    Thing disk = inventory.aws("volume", "vol-" + key);
    Thing volume = inventory.core("PersistentVolume", "", "pv-" + key).standsFor(disk);
    volume.fact("reclaimPolicy", rarely() ? "Retain" : "Delete");
    Thing claim = inventory.core("PersistentVolumeClaim", key, "data").of(key).standsFor(volume);
    if (random.nextBoolean()) {
      claim.ownedBy(owner);
    }
    inventory.core("Secret", key, "password").of(key).atRunTime();
    if (rarely()) {
      inventory.core("Secret", key, "theirs").foreign();
    }
  }

  private void balancer(String key, Thing application, Thing controller) {
    Thing balancer = inventory.aws("load balancer", "lb-" + key);
    inventory.aws("target group", "tg-" + key).ownedBy(balancer);
    Thing service = inventory.core("Service", key, "web").of(key).trackedBy(application);
    service.standsFor(balancer).awaits("cleans-up", controller);
    if (rarely()) {
      balancer.foreign();
    }
  }

  private boolean rarely() {
    return random.nextInt(8) == 0;
  }

  AddonGraph graph() {
    return graph;
  }

  InventoryOf inventory() {
    return inventory;
  }

  Planned planned() {
    return planned;
  }

  Map<Subject, Holding> bySubject() {
    return bySubject;
  }

  boolean isPartOfAnAddon(Subject subject) {
    return PARTS.contains(subject.kind());
  }

  boolean isLeaving(Subject subject) {
    return bySubject.get(subject).presence() == Presence.LEAVING;
  }

  String addonOf(Subject subject) {
    return bySubject.get(subject).belonging().addon();
  }

  Set<String> allNeededBy(String addon) {
    Set<String> all = new TreeSet<>(List.of(addon));
    graph.prerequisitesOf(addon).forEach(other -> all.addAll(allNeededBy(other)));
    return all;
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
