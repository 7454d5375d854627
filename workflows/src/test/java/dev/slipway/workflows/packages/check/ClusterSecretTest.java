package dev.slipway.workflows.packages.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSecretTest {
  private static final String READ = "{{ .metadata.annotations.domain }}";
  private final SamplePackages packages = new SamplePackages();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ .metadata.annotations.domian }}",
        "{{ if eq $.metadata.annotations.domian \"x\" }}y{{ end }}",
        "{{ index .metadata.annotations \"domian\" }}",
        "{{ with .metadata }}{{ $.metadata.annotations.domian }}{{ end }}"
      })
  void hasTheAnnotationsThatTemplatesRead(String template) {
    assertThat(packages.replace(READ, template).problems())
        .containsExactly(
            "addons/values.yaml:13: external-secrets.valuesObject.host: reads .metadata.annotations.domian, which the cluster secret has not; its annotations are domain, addons_repo_basepath");
  }

  @Test
  void isReadByHelpersOnlyWhereSomethingRendersThem() {
    packages.with(
        "appset-chart/templates/_unused.tpl",
        """
        {{- define "acme.unused" -}}
        {{- if .on }}
        region: '{{`{{ .metadata.annotations.aws_region }}`}}'
        {{- end }}
        {{- end -}}
        """);
    assertThat(packages.problems()).isEmpty();
    packages.with("appset-chart/templates/uses.yaml", "a: {{ include \"acme.unused\" . }}\n");
    assertThat(packages.problems())
        .singleElement()
        .asString()
        .startsWith("appset-chart/templates/_unused.tpl:3: reads .metadata.annotations.aws_region");
  }

  @Test
  void comesWithCredentialsOfRepositories() {
    packages.without(SamplePackages.REPOSITORY);
    assertThat(packages.problems())
        .singleElement()
        .asString()
        .startsWith("addons/values.yaml:1: argocd: its manifests hold no ExternalSecret")
        .endsWith("such as github-app-org, so that Argo CD reads public repositories only");
  }

  @Test
  void hasTheLabelsThatKeysRead() {
    packages.replace("host:", "'{{ .metadata.labels.domain }}':");
    assertThat(packages.problems())
        .singleElement()
        .asString()
        .contains("reads .metadata.labels.domain")
        .endsWith("its labels are clusterName, auto_mode, environment");
  }

  @Test
  void isAllThatTemplatesRead() {
    assertThat(
            packages.replace(READ, "{{ .values.domain }} {{ .name }} {{ \".none\" }}").problems())
        .containsExactly(
            "addons/values.yaml:13: external-secrets.valuesObject.host: reads .values; there are .name, .nameNormalized, .server, .project, .metadata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ index .metadata.labels \"none\" | default \"x\" }}",
        "{{ with .metadata.labels }}{{ .clusterName }}{{ end }}",
        "{{ .metadata.labels.clusterName | sha256sum | trunc 8 }}",
        "{{/* .metadata.labels.none */}}",
        "{{ \"{{ .Values.mine }}\" }}"
      })
  void mayBeReadInManyWays(String template) {
    assertThat(packages.replace(READ, template).problems()).isEmpty();
  }

  @Test
  void hasWhatTheAppSetChartReads() {
    packages.replace(
        "appset-chart/templates/applicationset.yaml", "labels.clusterName", "labels.tenant");
    assertThat(packages.problems())
        .containsExactly(
            "appset-chart/templates/applicationset.yaml:2: reads .metadata.labels.tenant, which the cluster secret has not; its labels are clusterName, auto_mode, environment");
  }

  @Test
  void hasTheLabelsThatSelectorsAskFor() {
    assertThat(packages.replace("auto_mode: 'true'", "autoMode: 'true'").problems())
        .containsExactly(
            "addons/values.yaml:16: external-secrets.selector.matchLabels.autoMode: selects by the label \"autoMode\", which the cluster secret has not; it has clusterName, auto_mode, environment");
  }

  @Test
  void hasLabelsThatAreTexts() {
    assertThat(packages.replace("auto_mode: 'true'", "auto_mode: true").problems())
        .containsExactly(
            "addons/values.yaml:16: external-secrets.selector.matchLabels.auto_mode: true is no text; quote it");
  }

  @Test
  void isSelectedByTheValueThatALabelAlwaysHas() {
    packages.replace(
        "matchLabels:\n      auto_mode: 'true'",
        "matchExpressions:\n    - {key: environment, operator: In, values: [test]}");
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:16: external-secrets.selector.matchExpressions[0].key: never selects a cluster: the cluster secret's label environment is always \"prod\"");
  }

  @Test
  void isMadeByAnExternalSecretOfArgoCd() {
    packages.replace(SamplePackages.SECRET, "hub-cluster-secret", "hub-cluster");
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:1: argocd: its manifests hold no ExternalSecret hub-cluster-secret");
  }

  @Test
  void isReadFromAChartToo() {
    packages.without(SamplePackages.SECRET);
    packages.with("argo-cd/manifests/Chart.yaml", "{name: manifests, version: 1.0.0}");
    packages.with(
        "argo-cd/manifests/values.yaml",
        "labels: {clusterName: '{{ .name }}', auto_mode: '{{ .auto }}'}\n");
    packages.with(
        "argo-cd/manifests/templates/secret.yaml",
        """
        {{- $prefix := .Values.prefix }}
        kind: ExternalSecret
        metadata: {name: hub-cluster-secret}
        spec:
          target:
            template:
              metadata:
                labels:
                  {{- toYaml .Values.labels | nindent 10 }}
                annotations:
                  domain: '{{ "{{ .domain }}" }}'
          data:
          {{- include "data" (dict "prefix" $prefix) | nindent 2 }}
        """);
    packages.move(SamplePackages.REPOSITORY, "argo-cd/manifests/templates/repository.yaml");
    assertThat(packages.problems())
        .singleElement()
        .asString()
        .startsWith(
            "bootstrap/values.yaml:5: addons-appset.path: reads .metadata.annotations.addons_repo_basepath")
        .endsWith("its annotations are domain");
  }
}
