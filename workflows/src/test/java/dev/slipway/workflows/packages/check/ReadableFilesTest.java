package dev.slipway.workflows.packages.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableFilesTest {
  private final SamplePackages packages = new SamplePackages();

  @Test
  void areYaml() {
    assertThat(packages.with("argo-cd/values.yaml", "a: 1\nb: [\n").problems())
        .containsExactly(
            "argo-cd/values.yaml:2: is not YAML: expected the node content, but found '<stream end>'");
  }

  @Test
  void haveEachKeyOnce() {
    assertThat(packages.with("argo-cd/values.yaml", "a: 1\na: 2\n").problems())
        .containsExactly("argo-cd/values.yaml:2: is not YAML: Duplicate field 'a'");
  }

  @Test
  void haveNoAliasThatSlipwayWouldReadAsText() {
    assertThat(packages.with("argo-cd/values.yaml", "a: &x 1\nb: *x\n").problems())
        .containsExactly("argo-cd/values.yaml:2: uses an alias; write the value out");
  }

  @Test
  void ofValuesHoldOneMap() {
    packages
        .with("argo-cd/values.yaml", "- a\n- b\n")
        .with("external-secrets/values.yaml", "a: 1\n---\nb: 1\n");
    assertThat(packages.problems())
        .containsExactly(
            "argo-cd/values.yaml:1: holds no map from key to value",
            "external-secrets/values.yaml:1: holds several documents; write one map");
  }

  @Test
  void mayEndALineInATabAsGoAllows() {
    assertThat(packages.with("argo-cd/values.yaml", "a:\t\n  b: 1\n").problems()).isEmpty();
  }

  @Test
  void areNotTheTemplatesOfAChart() {
    packages.with("argo-cd/more/Chart.yaml", "{name: more, version: 1.0.0}");
    packages.with("argo-cd/more/templates/a.yaml", "{{- if .Values.a }}\na: 1\n{{- end }}\n");
    assertThat(packages.problems()).isEmpty();
  }
}
