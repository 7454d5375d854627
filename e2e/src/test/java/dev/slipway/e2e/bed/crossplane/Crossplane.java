package dev.slipway.e2e.bed.crossplane;

import dev.slipway.e2e.bed.control.Held;
import dev.slipway.e2e.bed.control.StandIn;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Crossplane while its pod runs: its own CRDs, which are in no chart; the kinds that definitions
 * ask for; a composite for each claim and a bucket for each composite. A definition that goes takes
 * its claims and composites with it, as the real one does.
 */
public final class Crossplane implements StandIn {
  static final Kind BUCKETS = new Kind("s3.aws.upbound.io", "v1beta1", "Bucket", false);
  private static final String GROUP = "apiextensions.crossplane.io";
  private static final Kind DEFINITIONS =
      new Kind(GROUP, "v1", "CompositeResourceDefinition", false);
  private static final Kind COMPOSITIONS = new Kind(GROUP, "v1", "Composition", false);
  private final KubernetesClient client;

  public Crossplane(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public void act(Set<String> live) {
    if (!live.contains("crossplane")) {
      return;
    }
    Stream.of(COMPOSITIONS, DEFINITIONS).forEach(kind -> kind.define(client, List.of()));
    for (GenericKubernetesResource object : DEFINITIONS.all(client)) {
      Definition definition = new Definition(object);
      Held held = new Held(client, object, "defined." + GROUP);
      if (held.isGoing()) {
        retire(definition, held);
      } else {
        held.hold();
        offer(definition);
      }
      definition.claims().ifPresent(kind -> kind.all(client).forEach(it -> claim(it, definition)));
      definition.composites().all(client).forEach(this::compose);
    }
  }

  private void offer(Definition definition) {
    GenericKubernetesResource object = definition.object();
    definition.kinds().forEach(kind -> kind.define(client, Definition.ownedBy(object)));
    if (object.get("status", "conditions") == null) {
      Condition.markAs(client, object, "Established", "Offered");
    }
  }

  private void retire(Definition definition, Held held) {
    List<GenericKubernetesResource> left =
        definition.kinds().flatMap(kind -> kind.all(client).stream()).toList();
    if (left.isEmpty() && held.isHeld()) {
      held.letGo();
    }
    left.stream()
        .filter(it -> it.getMetadata().getDeletionTimestamp() == null)
        .forEach(it -> client.resource(it).delete());
  }

  private void claim(GenericKubernetesResource claim, Definition definition) {
    Held held = new Held(client, claim, "finalizer." + GROUP);
    String name =
        claim.getMetadata().getName() + "-" + claim.getMetadata().getUid().substring(0, 5);
    List<GenericKubernetesResource> made =
        definition.composites().all(client).stream()
            .filter(it -> it.getMetadata().getName().equals(name))
            .toList();
    if (held.isGoing() && made.isEmpty()) {
      held.letGo();
    } else if (held.isGoing()) {
      made.forEach(it -> client.resource(it).delete());
    } else if (made.isEmpty()) {
      held.hold();
      client.resource(compositeOf(claim, definition.composites(), name)).create();
    }
  }

  private void compose(GenericKubernetesResource composite) {
    Held held = new Held(client, composite, "composite." + GROUP);
    if (held.isGoing()) {
      held.letGo();
      return;
    }
    held.hold();
    String name = composite.getMetadata().getName();
    if (BUCKETS.isDefined(client)
        && BUCKETS.all(client).stream().noneMatch(it -> it.getMetadata().getName().equals(name))) {
      client.resource(bucketOf(composite)).create();
    }
  }

  private static GenericKubernetesResource compositeOf(
      GenericKubernetesResource claim, Kind kind, String name) {
    GenericKubernetesResource made = Made.of(kind, name);
    made.getMetadata()
        .setLabels(
            Map.of(
                "crossplane.io/claim-name", claim.getMetadata().getName(),
                "crossplane.io/claim-namespace", claim.getMetadata().getNamespace()));
    made.setAdditionalProperty("spec", claim.get("spec"));
    return made;
  }

  private static GenericKubernetesResource bucketOf(GenericKubernetesResource composite) {
    GenericKubernetesResource made = Made.of(BUCKETS, composite.getMetadata().getName());
    made.getMetadata().setOwnerReferences(Definition.ownedBy(composite));
    made.getMetadata().setLabels(composite.getMetadata().getLabels());
    String policy = composite.get("spec", "resourceConfig", "deletionPolicy");
    made.setAdditionalProperty(
        "spec", Map.of("deletionPolicy", policy == null ? "Delete" : policy));
    return made;
  }
}
