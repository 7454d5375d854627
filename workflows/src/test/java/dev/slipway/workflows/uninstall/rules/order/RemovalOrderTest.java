package dev.slipway.workflows.uninstall.rules.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.platform.AddonGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalOrderTest {
  @Test
  void removesWhatManyNeedLast() {
    assertThat(RemovalOrder.of(AddonGraph.CNOE))
        .containsExactly(
            List.of("argo-workflows", "backstage"),
            List.of("crossplane-compositions", "crossplane-upbound-providers", "ingress-nginx"),
            List.of(
                "aws-load-balancer-controller",
                "cert-manager",
                "crossplane",
                "external-dns",
                "keycloak"));
  }

  @Test
  void removesATeamsOwnAddonWithTheLast() {
    AddonGraph graph = AddonGraph.CNOE.among(List.of("argocd", "keycloak", "backstage", "own"));
    assertThat(RemovalOrder.of(graph))
        .containsExactly(List.of("backstage"), List.of("keycloak", "own"));
  }
}
