package dev.slipway.workflows.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddonGraphTest {
  private final AddonGraph graph = AddonGraph.CNOE;

  @Test
  void putsEveryAddonAfterItsPrerequisites() {
    List<String> order = keys(graph);
    for (Addon addon : graph.order()) {
      assertThat(order.subList(0, order.indexOf(addon.key())))
          .as(addon.key())
          .containsAll(addon.prerequisites());
    }
    assertThat(order).startsWith("external-secrets", "argocd");
  }

  @Test
  void knowsWhoCallsAws() {
    assertThat(graph.order())
        .filteredOn(addon -> addon.awsCaller() != null)
        .extracting(addon -> addon.awsCaller().toString())
        .contains("external-secrets/external-secrets", "crossplane-system/provider-aws");
  }

  @Test
  void hasKeycloakBeforeBackstageAndArgoWorkflows() {
    assertThat(graph.prerequisitesOf("backstage"))
        .containsExactly("external-dns", "cert-manager", "ingress-nginx", "keycloak");
    assertThat(graph.prerequisitesOf("argo-workflows"))
        .containsExactly("external-dns", "cert-manager", "ingress-nginx", "keycloak");
  }

  @Test
  void leadsPastTheLoadBalancerControllerInAutoMode() {
    AddonGraph auto = graph.among(List.of("external-secrets", "argocd", "ingress-nginx"));
    assertThat(keys(auto)).containsExactly("external-secrets", "argocd", "ingress-nginx");
    assertThat(auto.prerequisitesOf("ingress-nginx")).containsExactly("argocd");
  }

  @Test
  void putsATeamsOwnAddonAfterArgoCd() {
    AddonGraph own = graph.among(List.of("grafana", "argocd"));
    assertThat(keys(own)).containsExactly("argocd", "grafana");
    assertThat(own.prerequisitesOf("grafana")).containsExactly("argocd");
  }

  @Test
  void knowsNoPrerequisitesOfAStranger() {
    assertThat(graph.prerequisitesOf("grafana")).isEmpty();
  }

  @Test
  void cannotBeBuiltWithACycle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AddonGraph(List.of(addon("a", "b"), addon("b", "a"), addon("c"))))
        .withMessage("Addons need each other: a, b");
  }

  @Test
  void cannotBeBuiltWithAnUnknownPrerequisite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AddonGraph(List.of(addon("a", "b"))))
        .withMessage("Addon a needs the unknown addon b");
  }

  @Test
  void cannotBeBuiltWithAnAddonGivenTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AddonGraph(List.of(addon("a"), addon("a"))))
        .withMessage("Addon given twice: a");
  }

  private static Addon addon(String key, String... prerequisites) {
    return Addon.of(key, key).after(prerequisites);
  }

  private static List<String> keys(AddonGraph graph) {
    return graph.order().stream().map(Addon::key).toList();
  }
}
