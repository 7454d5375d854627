package dev.slipway.e2e.install;

import dev.slipway.e2e.bed.Cluster;
import java.util.ArrayList;
import java.util.List;

/** The applications that an install of this repository's packages ends with. */
public final class ExpectedApplications {
  private static final List<String> ALWAYS =
      List.of(
          "argo-workflows",
          "argocd",
          "backstage",
          "cert-manager",
          "crossplane",
          "crossplane-compositions",
          "crossplane-upbound-providers",
          "external-dns",
          "external-secrets",
          "ingress-nginx",
          "keycloak");

  private ExpectedApplications() {}

  /** On a cluster with Auto Mode, below one domain: what {@link ConfigYaml} says by itself. */
  public static List<String> on(Cluster cluster) {
    return on(cluster, /* byPath= */ true, /* auto= */ true);
  }

  public static List<String> on(Cluster cluster, boolean byPath, boolean auto) {
    List<String> addons = new ArrayList<>(ALWAYS);
    addons.add(byPath ? "addons-appset-pr" : "addons-appset");
    if (!auto) {
      addons.add("aws-load-balancer-controller");
    }
    return addons.stream().map(addon -> addon + "-" + cluster.name()).toList();
  }
}
