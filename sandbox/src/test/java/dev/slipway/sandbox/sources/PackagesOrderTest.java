package dev.slipway.sandbox.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.standins.contract.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which addons wait for which, as far as their manifests ask for it. */
class PackagesOrderTest {
  private static final String UP = "Synced Healthy";

  @TempDir private Path folder;

  @Test
  void whoHasAnIngressWaitsForTheLoadBalancerController() throws IOException {
    try (var packages = PackagesOnStandIns.without(folder, "aws-load-balancer-controller")) {
      Eventually.see(
          () ->
              assertThat(packages.health())
                  .containsEntry("cert-manager", UP)
                  .containsEntry("crossplane-compositions", UP)
                  .containsEntry("crossplane-upbound-providers", UP)
                  .containsEntry("external-dns", UP)
                  .containsEntry("external-secrets", UP)
                  .containsEntry("ingress-nginx", "Synced Progressing")
                  .containsEntry("argocd", "Synced Progressing"));
      assertThat(packages.health().get("keycloak")).isNotEqualTo(UP);
    }
  }

  @Test
  void argoWorkflowsAndBackstageWaitForKeycloak() throws IOException {
    try (var packages = PackagesOnStandIns.without(folder, "keycloak")) {
      Eventually.see(
          () ->
              assertThat(packages.health())
                  .containsEntry("argocd", UP)
                  .containsEntry("ingress-nginx", UP)
                  .containsEntry("argo-workflows", "OutOfSync Degraded")
                  .containsEntry("backstage", "OutOfSync Degraded"));
    }
  }

  @Test
  void whatIsMadeOfCrossplaneWaitsForIt() throws IOException {
    try (var packages = PackagesOnStandIns.without(folder, "crossplane")) {
      Eventually.see(() -> assertThat(packages.health()).containsEntry("ingress-nginx", UP));
      assertThat(packages.health())
          .containsEntry("crossplane", "Synced Progressing")
          .containsEntry("crossplane-compositions", "OutOfSync Missing")
          .containsEntry("crossplane-upbound-providers", "OutOfSync Missing");
    }
  }
}
