package dev.slipway.workflows.packages.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownAddonsTest {
  private final SamplePackages packages = new SamplePackages();

  @Test
  void areThoseOfTheDependencyGraph() {
    assertThat(packages.replace("keycloak: {enabled: false}\n", "").problems())
        .containsExactly(
            "addons/values.yaml: keycloak: is missing, and the dependency graph has it; write enabled: false to go without it");
  }

  @Test
  void areAskedForByTheirNearestName() {
    assertThat(packages.replace("keycloak: {", "keyclock: {").problems())
        .containsExactly(
            "addons/values.yaml: keycloak: is missing, and the dependency graph has it; is keyclock meant?");
  }

  @Test
  void mayBeMoreThanTheGraphHas() {
    packages.own("my-own: {enabled: true, namespace: mine, defaultVersion: 1.0.0}\n");
    assertThat(packages.with("my-own/values.yaml", "").problems()).isEmpty();
  }

  @Test
  void areOnOrOff() {
    packages.replace("keycloak: {enabled: false}", "keycloak: {namespace: keycloak}");
    packages.replace("backstage: {enabled: false}", "backstage: {enabled: maybe}");
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:17: keycloak: has no key enabled; write true or false",
            "addons/values.yaml:18: backstage.enabled: \"maybe\" must be true or false");
  }

  @Test
  void areOnWhereTheInstallerItselfNeedsThem() {
    packages.replace("external-secrets:\n  enabled: true", "external-secrets:\n  enabled: false");
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:9: external-secrets.enabled: false: the installer itself needs this addon; write true");
  }

  @Test
  void areThereToBeLaidOver() {
    packages.with("addons/path-routing-values.yaml", "argo-cd: {routingResources: []}\n");
    assertThat(packages.problems())
        .containsExactly(
            "addons/path-routing-values.yaml:1: argo-cd: is laid over an addon that addons/values.yaml lacks");
  }
}
