package dev.slipway.workflows.packages.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegalNamesTest {
  private static final String OWN = "{enabled: true, namespace: %s, defaultVersion: 1.0.0%s}\n";
  private final SamplePackages packages = new SamplePackages();

  @Test
  void ofAddonsBeginAnApplicationsName() {
    assertThat(packages.own("My_Own: " + OWN.formatted("mine", ", folder: argo-cd")).problems())
        .containsExactly(
            "addons/values.yaml:1: My_Own: \"My_Own\" cannot name an ApplicationSet and its Applications: up to 63 small letters, digits and -, beginning and ending with a letter or digit");
  }

  @Test
  void ofNamespacesAreDnsLabels() {
    packages.replace("namespace: external-secrets", "namespace: external.secrets");
    assertThat(packages.problems())
        .singleElement()
        .asString()
        .startsWith(
            "addons/values.yaml:10: external-secrets.namespace: \"external.secrets\" cannot name a namespace:");
  }

  @Test
  void ofNamespacesAreNotMissing() {
    assertThat(packages.replace("  namespace: external-secrets\n", "").problems())
        .containsExactly(
            "addons/values.yaml:8: external-secrets.namespace: is missing; name the addon's namespace");
  }

  @Test
  void ofReleasesHaveNoMoreThan53Characters() {
    String release = "a".repeat(54);
    packages.own("own: " + OWN.formatted("mine", ", folder: argo-cd, releaseName: " + release));
    assertThat(packages.problems())
        .singleElement()
        .asString()
        .startsWith(
            "addons/values.yaml:1: own.releaseName: \"" + release + "\" cannot name a Helm");
  }

  @Test
  void ofApplicationsDifferBetweenAddonsAndBootstrap() {
    packages.own("addons-appset: " + OWN.formatted("mine", ", folder: argo-cd"));
    assertThat(packages.problems())
        .containsExactly(
            "bootstrap/values.yaml:1: addons-appset: makes the Application addons-appset-CLUSTER, as does addons/values.yaml; give it another name");
  }

  @Test
  void ofReleasesDifferWithinANamespace() {
    packages.own("own: " + OWN.formatted("argocd", ", folder: argo-cd, releaseName: argocd"));
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:2: argocd.releaseName: \"argocd\" in namespace argocd is the release of own, too; give it another name");
  }

  @Test
  void ofReleasesMayBeSharedWhereNoClusterTakesBoth() {
    String selected =
        ", folder: argo-cd, releaseName: external-secrets, selector: {matchLabels: {auto_mode: 'false'}}";
    assertThat(packages.own("own: " + OWN.formatted("external-secrets", selected)).problems())
        .isEmpty();
  }
}
