package dev.slipway.activities.argocd.impact;

import static java.util.stream.Collectors.toSet;

import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;

/** Reads what is in the cluster already, in four requests. */
final class InstalledObjects {
  private final LiveObjects live;

  InstalledObjects(KubernetesClient client) {
    this.live = new LiveObjects(client);
  }

  Installed read() {
    return new Installed(
        live.metadata(Kind.NAMESPACE, "").stream().map(KubernetesObject::name).collect(toSet()),
        labels(),
        argoCdHas(ArgoCd.APPLICATION_SET),
        argoCdHas(ArgoCd.APPLICATION));
  }

  private Map<String, String> labels() {
    return live.metadata(Kind.SECRET, ArgoCd.NAMESPACE, ArgoCdSecrets.CLUSTER)
        .map(KubernetesObject::labels)
        .orElse(Map.of());
  }

  private List<KubernetesObject> argoCdHas(Kind kind) {
    return Answers.ifServed(() -> live.list(kind, ArgoCd.NAMESPACE));
  }
}
