package dev.slipway.workflows.packages.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddonFilesTest {
  private final SamplePackages packages = new SamplePackages();

  @Test
  void theSampleIsFine() {
    assertThat(packages.problems()).isEmpty();
  }

  @Test
  void needTheAppSetChart() {
    packages.without("appset-chart/Chart.yaml");
    packages.without("appset-chart/templates/applicationset.yaml");
    assertThat(packages.problems())
        .contains("appset-chart/Chart.yaml: is missing", "appset-chart/templates: is missing");
  }

  @Test
  void needValuesInTheFolderOfTheChart() {
    assertThat(packages.without("argo-cd/values.yaml").problems())
        .containsExactly(
            "addons/values.yaml:1: argocd: argo-cd/values.yaml is missing; an empty file will do");
  }

  @Test
  void needEveryFolderOfManifests() {
    assertThat(packages.replace("manifestPath: manifests", "manifestPath: manifest").problems())
        .contains(
            "addons/values.yaml:7: argocd.additionalResources[0].manifestPath: \"manifest\" is no folder with files: argo-cd/manifest is missing");
  }

  @Test
  void mayBeNamedAsArgoCdTakesThem() {
    packages.replace("manifestPath: manifests", "manifestPath: ./manifests/");
    packages.replace("bootstrap/values.yaml", "/appset-chart", "/./appset-chart/");
    assertThat(packages.problems()).isEmpty();
  }

  @Test
  void needTheFoldersThatPathRoutingAdds() {
    packages.with(
        "addons/path-routing-values.yaml",
        "argocd:\n  routingResources:\n  - type: manifests\n    manifestPath: routing\n");
    assertThat(packages.problems())
        .containsExactly(
            "addons/path-routing-values.yaml:4: argocd.routingResources[0].manifestPath: \"routing\" is no folder with files: argo-cd/routing is missing");
  }

  @Test
  void needWhatAPathInThePackagesNames() {
    packages.replace("bootstrap/values.yaml", "/appset-chart", "/appset");
    assertThat(packages.problems())
        .singleElement()
        .asString()
        .startsWith("bootstrap/values.yaml:5: addons-appset.path:")
        .endsWith("appset is missing");
  }

  @Test
  void needNotBeThereForAnAddonThatIsSwitchedOff() {
    packages.replace("keycloak: {enabled: false}", "keycloak: {enabled: false, folder: none}");
    assertThat(packages.problems()).isEmpty();
  }

  @Test
  void thatAreMissingAreAllReportedTogether() {
    packages.without("argo-cd/values.yaml").without("external-secrets/values.yaml");
    assertThat(packages.problems()).hasSize(2);
  }
}
