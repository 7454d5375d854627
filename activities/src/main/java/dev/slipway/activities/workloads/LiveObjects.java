package dev.slipway.activities.workloads;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** Compares objects of a release with what the API server has of them. */
final class LiveObjects {
  private static final Optional<String> MISSING = Optional.of("does not exist");

  private final KubernetesClient client;
  private final PodTroubles troubles;
  private final Webhooks webhooks;

  LiveObjects(KubernetesClient client) {
    this.client = client;
    this.troubles = new PodTroubles(client);
    this.webhooks = new Webhooks(client);
  }

  /** Empty where the object is ready, or of a kind that has no state of its own. */
  Optional<String> whyNotReady(ReleaseObject object) {
    return switch (object.kind()) {
      case "Deployment" -> deployment(object);
      case "StatefulSet" -> statefulSet(object);
      case "DaemonSet" -> daemonSet(object);
      case "Job" -> job(object);
      case "CustomResourceDefinition" -> crd(object);
      case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" ->
          webhooks.whyNotReady(object.content());
      default -> Optional.empty();
    };
  }

  private Optional<String> deployment(ReleaseObject object) {
    Deployment live =
        client.apps().deployments().inNamespace(object.namespace()).withName(object.name()).get();
    if (live == null) {
      return MISSING;
    }
    return Readiness.of(live).map(why -> why + pods(object, live.getSpec().getSelector()));
  }

  private Optional<String> statefulSet(ReleaseObject object) {
    StatefulSet live =
        client.apps().statefulSets().inNamespace(object.namespace()).withName(object.name()).get();
    if (live == null) {
      return MISSING;
    }
    return Readiness.of(live).map(why -> why + pods(object, live.getSpec().getSelector()));
  }

  private Optional<String> daemonSet(ReleaseObject object) {
    DaemonSet live =
        client.apps().daemonSets().inNamespace(object.namespace()).withName(object.name()).get();
    if (live == null) {
      return MISSING;
    }
    return Readiness.of(live).map(why -> why + pods(object, live.getSpec().getSelector()));
  }

  // A Job that removes itself when it has finished is not there any more.
  private Optional<String> job(ReleaseObject object) {
    var live =
        client.batch().v1().jobs().inNamespace(object.namespace()).withName(object.name()).get();
    if (live == null) {
      boolean leaves = object.content().path("spec").has("ttlSecondsAfterFinished");
      return leaves ? Optional.empty() : MISSING;
    }
    return Readiness.of(live).map(why -> why + pods(object, live.getSpec().getSelector()));
  }

  private Optional<String> crd(ReleaseObject object) {
    var live =
        client.apiextensions().v1().customResourceDefinitions().withName(object.name()).get();
    return live == null ? MISSING : Readiness.of(live);
  }

  private String pods(ReleaseObject object, LabelSelector selector) {
    return troubles.of(object.namespace(), selector).map(trouble -> ": " + trouble).orElse("");
  }
}
