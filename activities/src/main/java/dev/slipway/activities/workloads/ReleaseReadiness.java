package dev.slipway.activities.workloads;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.activities.kubernetes.standing.ObjectLists;
import dev.slipway.activities.kubernetes.standing.Standing;
import dev.slipway.activities.kubernetes.standing.WhyNotReady;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares objects of a release with what the API server has of them. */
final class ReleaseReadiness {
  // What else a release brings, such as a load balancer's Service, the bootstrap can do without.
  private static final Map<String, Kind> AWAITED =
      Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET, Kind.JOB, Kind.DEFINITION)
          .collect(toUnmodifiableMap(Kind::name, Function.identity()));

  private final LiveObjects live;
  private final WhyNotReady why;
  private final Webhooks webhooks;

  ReleaseReadiness(KubernetesClient client) {
    this.live = new LiveObjects(client);
    this.why = new WhyNotReady(new ObjectLists(live));
    this.webhooks = new Webhooks(client);
  }

  /** Empty where the object is ready, or nothing that is waited for. */
  Optional<String> whyNotReady(ReleaseObject object) {
    return switch (object.kind()) {
      case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" ->
          webhooks.whyNotReady(object.content());
      default ->
          Optional.ofNullable(AWAITED.get(object.kind()))
              .flatMap(kind -> whyNotReady(kind, object));
    };
  }

  private Optional<String> whyNotReady(Kind kind, ReleaseObject object) {
    String namespace = kind.isNamespaced() ? object.namespace() : "";
    Optional<KubernetesObject> found = live.find(kind, namespace, object.name());
    if (found.isPresent()) {
      return why.of(found.get());
    }
    return removesItself(object) ? Optional.empty() : Optional.of(Standing.NOT_FOUND.message());
  }

  /** As a Job may do when it has finished. */
  private static boolean removesItself(ReleaseObject object) {
    return object.content().path("spec").has("ttlSecondsAfterFinished");
  }
}
