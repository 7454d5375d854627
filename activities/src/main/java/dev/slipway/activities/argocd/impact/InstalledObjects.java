package dev.slipway.activities.argocd.impact;

import static java.util.stream.Collectors.toSet;

import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** Reads what is in the cluster already, in four requests. */
final class InstalledObjects {
  private static final String CLUSTERS = "argocd.argoproj.io/secret-type";

  private final LiveObjects live;

  InstalledObjects(KubernetesClient client) {
    this.live = new LiveObjects(client);
  }

  Installed read() {
    List<KubernetesObject> secrets = live.metadata(Kind.SECRET, ArgoCd.NAMESPACE);
    return new Installed(
        live.metadata(Kind.NAMESPACE, "").stream().map(KubernetesObject::name).collect(toSet()),
        clusterSecret(secrets),
        secrets.stream().filter(InstalledObjects::isOtherCluster).toList(),
        argoCdHas(ArgoCd.APPLICATION_SET),
        argoCdHas(ArgoCd.APPLICATION));
  }

  private static Optional<ClusterSecret> clusterSecret(List<KubernetesObject> secrets) {
    return secrets.stream()
        .filter(secret -> secret.name().equals(ArgoCdSecrets.CLUSTER))
        .map(secret -> new ClusterSecret(secret.labels(), secret.annotations()))
        .findFirst();
  }

  private static boolean isOtherCluster(KubernetesObject secret) {
    return "cluster".equals(secret.labels().get(CLUSTERS))
        && !secret.name().equals(ArgoCdSecrets.CLUSTER);
  }

  private List<KubernetesObject> argoCdHas(Kind kind) {
    return Answers.ifServed(() -> live.list(kind, ArgoCd.NAMESPACE));
  }
}
