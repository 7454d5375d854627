package dev.slipway.e2e.bed.crossplane;

import dev.slipway.e2e.bed.cloud.Buckets;
import dev.slipway.e2e.bed.control.Held;
import dev.slipway.e2e.bed.control.StandIn;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Set;

/**
 * Crossplane's AWS provider while its pod runs: a bucket in S3 for each managed resource, whose
 * finalizer it serves.
 */
public final class Provider implements StandIn {
  private static final String FINALIZER = "finalizer.managedresource.crossplane.io";
  private final KubernetesClient client;
  private final Buckets buckets;

  public Provider(KubernetesClient client, Buckets buckets) {
    this.client = client;
    this.buckets = buckets;
  }

  @Override
  public void act(Set<String> live) {
    if (live.contains("crossplane-aws-upbound")) {
      Crossplane.BUCKETS.define(client, List.of());
      Crossplane.BUCKETS.all(client).forEach(this::serve);
    }
  }

  private void serve(GenericKubernetesResource bucket) {
    String name = bucket.getMetadata().getName();
    Held held = new Held(client, bucket, FINALIZER);
    if (!held.isGoing()) {
      provide(bucket, held);
    } else if (held.isHeld()) {
      if ("Delete".equals(bucket.get("spec", "deletionPolicy"))) {
        buckets.remove(name);
      }
      held.letGo();
    }
  }

  private void provide(GenericKubernetesResource bucket, Held held) {
    held.hold();
    if (bucket.get("status", "conditions") == null) {
      buckets.provide(bucket.getMetadata().getName());
      Condition.markAs(client, bucket, "Ready", "Synced");
    }
  }
}
