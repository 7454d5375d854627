package dev.slipway.activities.argocd.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Renders the packages of this repository with Helm. */
class ExpectedSetTest {
  private static final PackagesFolder PACKAGES = new PackagesFolder(Path.of("../packages"));
  private static final AppSetCharts CHARTS =
      new AppSetCharts(
          PACKAGES,
          new HelmProcess(HelmProcess.defaultCache(), () -> {}),
          new BootstrapValues(PACKAGES));

  @Test
  void hasOneApplicationAnAddonAndTheBootstrapsOwn() {
    assertThat(names(platform(true, false, PACKAGES.digest())))
        .containsExactlyInAnyOrder(
            "addons-appset-alpha",
            "argocd-alpha",
            "external-secrets-alpha",
            "ingress-nginx-alpha",
            "external-dns-alpha",
            "cert-manager-alpha",
            "keycloak-alpha",
            "backstage-alpha",
            "argo-workflows-alpha",
            "crossplane-alpha",
            "crossplane-upbound-providers-alpha",
            "crossplane-compositions-alpha");
  }

  @Test
  void bringsTheLoadBalancerControllerWithoutAutoMode() {
    assertThat(names(platform(false, false, PACKAGES.digest())))
        .contains("aws-load-balancer-controller-alpha");
  }

  @Test
  void bootstrapsPathRoutingByItsOwnApplicationSet() {
    assertThat(names(platform(true, true, PACKAGES.digest())))
        .contains("addons-appset-pr-alpha")
        .doesNotContain("addons-appset-alpha");
  }

  @Test
  void namesTheAddonOfEachApplicationButOfTheBootstrapsOwn() {
    assertThat(expected(platform(true, false, PACKAGES.digest())))
        .contains(
            new ExpectedApplication("addons-appset-alpha", ""),
            new ExpectedApplication("keycloak-alpha", "keycloak"));
  }

  @Test
  void refusesAnotherPackagesFolderThanTheApprovedOne() {
    assertThatThrownBy(() -> expected(platform(true, false, "another")))
        .hasMessageContaining("PACKAGES_CHANGED");
  }

  private static List<String> names(Platform platform) {
    return expected(platform).stream().map(ExpectedApplication::name).toList();
  }

  private static List<ExpectedApplication> expected(Platform platform) {
    try (AppSetChart chart = CHARTS.open(platform)) {
      return new ExpectedSet(chart, platform).applications();
    }
  }

  private static Platform platform(boolean autoMode, boolean pathRouting, String digest) {
    return SamplePlatform.named("alpha")
        .withRepo("https://example.com/r", "packages/")
        .withAutoMode(autoMode)
        .withPathRouting(pathRouting)
        .withPackages(digest);
  }
}
