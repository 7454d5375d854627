package dev.slipway.workflows.packages.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.Addon;
import dev.slipway.workflows.platform.AddonGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small packages folder without a problem, and ways to spoil it. */
final class SamplePackages {
  static final String ADDONS = "addons/values.yaml";
  static final String REPOSITORY = "argo-cd/manifests/repository.yaml";
  static final String SECRET = "argo-cd/manifests/secret.yaml";

  private static final List<String> ALREADY_THERE =
      List.of("argocd", "external-secrets", "keycloak", "backstage");

  private final Map<String, String> texts = new LinkedHashMap<>();

  SamplePackages() {
    with("appset-chart/Chart.yaml", "{apiVersion: v2, name: appset-chart, version: 1.0.0}");
    with("appset-chart/values.yaml", "valueFiles: [values.yaml]\n");
    with(
        "appset-chart/templates/applicationset.yaml",
        "kind: ApplicationSet\nname: '{{ \"{{ .metadata.labels.clusterName }}\" }}'\n");
    with(
        "bootstrap/values.yaml",
        """
        addons-appset:
          enabled: true
          chartName: addons
          namespace: argocd
          path: '{{ .metadata.annotations.addons_repo_basepath }}/appset-chart'
        """);
    with(
        ADDONS,
        """
        argocd:
          enabled: true
          chartName: argo-cd
          namespace: argocd
          defaultVersion: 10.1.1
          additionalResources:
          - {type: manifests, manifestPath: manifests}
        external-secrets:
          enabled: true
          namespace: external-secrets
          defaultVersion: 2.9.0
          valuesObject:
            host: '{{ .metadata.annotations.domain }}'
          selector:
            matchLabels:
              auto_mode: 'true'
        keycloak: {enabled: false}
        backstage: {enabled: false}
        """
            + theOthersOff());
    with("addons/path-routing-values.yaml", "{}\n");
    with("argo-cd/values.yaml", "");
    with("external-secrets/values.yaml", "image: registry.example.com/team/image:1.2.3\n");
    with(
        SECRET,
        """
        kind: ExternalSecret
        metadata: {name: hub-cluster-secret}
        spec:
          target:
            template:
              metadata:
                labels: {clusterName: '{{ .name }}', auto_mode: '{{ .auto }}', environment: prod}
                annotations: {domain: '{{ .domain }}', addons_repo_basepath: '{{ .path }}'}
        """);
    with(
        REPOSITORY,
        """
        kind: ExternalSecret
        metadata: {name: github-app-org}
        spec: {target: {template: {metadata: {labels: {argocd.argoproj.io/secret-type: repo-creds}}}}}
        """);
  }

  private static String theOthersOff() {
    return AddonGraph.CNOE.order().stream()
        .map(Addon::key)
        .filter(key -> !ALREADY_THERE.contains(key))
        .map(key -> key + ": {enabled: false}\n")
        .collect(joining());
  }

  SamplePackages with(String file, String text) {
    texts.put(file, text);
    return this;
  }

  SamplePackages move(String from, String to) {
    return with(to, texts.remove(from));
  }

  SamplePackages without(String file) {
    assertThat(texts.remove(file)).isNotNull();
    return this;
  }

  SamplePackages replace(String file, String from, String to) {
    assertThat(texts.get(file)).contains(from);
    return with(file, texts.get(file).replace(from, to));
  }

  /** In the file of the addons. */
  SamplePackages replace(String from, String to) {
    return replace(ADDONS, from, to);
  }

  /** An addon of a team's own, before the others. */
  SamplePackages own(String addon) {
    return with(ADDONS, addon + texts.get(ADDONS));
  }

  List<String> problems() {
    return PackagesCheck.of(new PackagesTree(texts)).stream()
        .map(PackagesProblem::toString)
        .toList();
  }
}
