package dev.slipway.activities.inventory.finding;

import dev.slipway.activities.inventory.reading.ClusterReading;
import dev.slipway.activities.inventory.reading.SeenObject;
import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Finalizer.Service;
import dev.slipway.workflows.inventory.Finalizer.Tier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who has to act before a deleted object goes, and whether they can. */
public final class Finalizers {
  private static final String KUBERNETES = "";
  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

  /**
   * A finalizer that is known.
   *
   * @param app label {@code app.kubernetes.io/name} of who serves it; empty for Kubernetes itself
   */
  private record Known(Pattern name, Tier tier, String app) {
    static Known of(String name, Tier tier, String app) {
      return new Known(Pattern.compile(name), tier, app);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          Known.of(
              "resources-finalizer\\.argocd\\.argoproj\\.io(/.*)?",
              Tier.CLUSTER,
              "argocd-application-controller"),
          Known.of(
              "(post-delete-finalizer|applicationset).*argoproj\\.io.*",
              Tier.CLUSTER,
              "argocd-application-controller"),
          Known.of(".*external-secrets\\.io.*", Tier.CLUSTER, "external-secrets"),
          Known.of(
              "(service|ingress|elbv2)\\.k8s\\.aws/.*", Tier.CLOUD, "aws-load-balancer-controller"),
          Known.of("service\\.kubernetes\\.io/load-balancer-cleanup", Tier.CLOUD, KUBERNETES),
          // EKS Auto Mode's own controller, which runs beside Kubernetes itself.
          Known.of("(service|ingress)\\.eks\\.amazonaws\\.com/.*", Tier.CLOUD, KUBERNETES),
          Known.of("finalizer\\.managedresource\\.crossplane\\.io", Tier.CLOUD, "crossplane"),
          Known.of(
              "(finalizer|composite)\\.apiextensions\\.crossplane\\.io", Tier.CLOUD, "crossplane"),
          Known.of(".*\\.crossplane\\.io.*", Tier.CLUSTER, "crossplane"),
          Known.of("external-provisioner\\.volume\\.kubernetes\\.io/.*", Tier.CLOUD, KUBERNETES),
          Known.of("external-attacher/.*", Tier.CLOUD, KUBERNETES),
          Known.of("kubernetes\\.io/(pvc|pv)-protection", Tier.CLUSTER, KUBERNETES),
          Known.of(".*cert-manager\\.io.*", Tier.CLUSTER, "cert-manager"),
          Known.of(
              "kubernetes|foregroundDeletion|orphan|customresourcecleanup\\..*",
              Tier.CLUSTER,
              KUBERNETES));

  private final ClusterReading reading;

  public Finalizers(ClusterReading reading) {
    this.reading = reading;
  }

  public List<Finalizer> of(SeenObject seen) {
    return seen.object().finalizers().stream().map(this::judge).toList();
  }

  private Finalizer judge(String name) {
    return KNOWN.stream()
        .filter(known -> known.name().matcher(name).matches())
        .findFirst()
        .map(known -> served(name, known))
        .orElse(new Finalizer(name, Tier.UNKNOWN, Service.UNKNOWN, ""));
  }

  private Finalizer served(String name, Known known) {
    if (known.app().equals(KUBERNETES)) {
      return new Finalizer(name, known.tier(), Service.RUNNING, "Kubernetes");
    }
    Optional<SeenObject> controller = controllers(known.app()).filter(Finalizers::runs).findFirst();
    if (controller.isPresent()) {
      return new Finalizer(
          name, known.tier(), Service.RUNNING, controller.get().subject().toString());
    }
    String stopped =
        controllers(known.app())
            .findFirst()
            .map(found -> found.subject().toString())
            .orElse(known.app());
    return new Finalizer(name, known.tier(), absent(), stopped);
  }

  /** Who is not seen does not run, unless nobody could look. */
  private Service absent() {
    boolean looked =
        WORKLOADS.stream()
            .allMatch(
                kind -> reading.kinds().stream().anyMatch(listed -> listed.name().equals(kind)));
    return looked ? Service.NOT_RUNNING : Service.UNKNOWN;
  }

  private Stream<SeenObject> controllers(String app) {
    return reading.objects().stream()
        .filter(seen -> WORKLOADS.contains(seen.kind().name()))
        .filter(seen -> seen.isOfApp(app));
  }

  private static boolean runs(SeenObject workload) {
    return workload.object().status().path("readyReplicas").asInt() > 0
        || workload.object().status().path("numberReady").asInt() > 0;
  }
}
