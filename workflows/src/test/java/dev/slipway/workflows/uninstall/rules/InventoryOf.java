package dev.slipway.workflows.uninstall.rules;

import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.inventory.ManifestSeen;
import dev.slipway.workflows.inventory.ManifestSeen.State;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.uninstall.plan.Extent;
import dev.slipway.workflows.uninstall.plan.Extent.Secrets;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** An inventory in the making, and what a removal of it may go beyond. */
final class InventoryOf {
  private static final ClusterId CLUSTER = new ClusterId("123456789012", "eu-west-3", "acme");

  private final List<Thing> things = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final List<String> liveClaims = new ArrayList<>();
  private final List<String> alsoRemove = new ArrayList<>();
  private ManifestSeen manifest = new ManifestSeen(State.INSTALLED, "abc", "ada", null);
  private boolean volumes;
  private boolean definitions;
  private Secrets secrets = Secrets.KEPT;
  private String localCluster;

  Thing object(String group, String kind, String namespace, String name) {
    return add(new Subject(group, kind, namespace, name));
  }

  Thing core(String kind, String namespace, String name) {
    return object("", kind, namespace, name);
  }

  Thing namespace(String name) {
    return core("Namespace", "", name);
  }

  Thing deployment(String namespace, String name) {
    return object("apps", "Deployment", namespace, name);
  }

  Thing ingress(String namespace, String name) {
    return object("networking.k8s.io", "Ingress", namespace, name);
  }

  Thing application(String addon) {
    return object("argoproj.io", "Application", "argocd", addon + "-a").of(addon);
  }

  Thing applicationSet(String name) {
    return object("argoproj.io", "ApplicationSet", "argocd", name);
  }

  Thing externalSecret(String namespace, String name) {
    return object("external-secrets.io", "ExternalSecret", namespace, name);
  }

  Thing definition(String name) {
    return object("apiextensions.k8s.io", "CustomResourceDefinition", "", name);
  }

  Thing aws(String kind, String name) {
    return add(Subject.aws(kind, "eu-west-3", name));
  }

  Thing add(Subject subject) {
    Thing thing = new Thing(subject);
    things.add(thing);
    return thing;
  }

  InventoryOf unread(Subject subject, String reason) {
    unread.add(new Unread(subject, reason));
    return this;
  }

  InventoryOf manifest(State state) {
    manifest = new ManifestSeen(state, null, null, "it was cut");
    return this;
  }

  InventoryOf withVolumes() {
    volumes = true;
    return this;
  }

  InventoryOf withDefinitions() {
    definitions = true;
    return this;
  }

  InventoryOf withSecrets(int recoveryDays) {
    secrets = new Secrets(true, recoveryDays);
    return this;
  }

  InventoryOf withClaim(String text) {
    liveClaims.add(text);
    return this;
  }

  InventoryOf withAlso(String text) {
    alsoRemove.add(text);
    return this;
  }

  InventoryOf withLocalCluster(String name) {
    localCluster = name;
    return this;
  }

  List<Holding> holdings() {
    return things.stream().map(Thing::holding).toList();
  }

  Planned plan() {
    return plan(AddonGraph.CNOE);
  }

  Planned plan(AddonGraph graph) {
    return new Planned(plan(graph, holdings()));
  }

  Planned shuffled(AddonGraph graph, Random random) {
    List<Holding> mixed = new ArrayList<>(holdings());
    Collections.shuffle(mixed, random);
    return new Planned(plan(graph, mixed));
  }

  private RemovalPlan plan(AddonGraph graph, List<Holding> holdings) {
    return RemovalPlanning.plan(
        new Inventory(CLUSTER, "uid", manifest, holdings, unread),
        new Extent(volumes, secrets, definitions, liveClaims, alsoRemove, localCluster),
        graph);
  }
}
