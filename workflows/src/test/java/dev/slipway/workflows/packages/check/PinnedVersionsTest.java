package dev.slipway.workflows.packages.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedVersionsTest {
  private static final String VALUES = "argo-cd/values.yaml";
  private final SamplePackages packages = new SamplePackages();

  @ParameterizedTest
  @ValueSource(strings = {"^10.1.1", "~10.1", "'>=10.1.1'", "10.1.x", "'*'", "latest", "v10"})
  void ofChartsAreNoRanges(String range) {
    assertThat(packages.replace("defaultVersion: 10.1.1", "defaultVersion: " + range).problems())
        .containsExactly(
            "addons/values.yaml:5: argocd.defaultVersion: \"%s\" is not one version; write it in full, such as 1.2.3"
                .formatted(range.replace("'", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.21.1", "1.0.0-rc.1", "2.0.0+build.7"})
  void ofChartsAreExact(String version) {
    packages.replace("defaultVersion: 10.1.1", "defaultVersion: " + version);
    assertThat(packages.problems()).isEmpty();
  }

  @Test
  void ofChartsAreNotMissingOrNumbers() {
    packages.replace("  defaultVersion: 10.1.1\n", "");
    packages.replace("defaultVersion: 2.9.0", "defaultVersion: 2.5");
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:1: argocd.defaultVersion: is missing; write one version, such as 1.2.3",
            "addons/values.yaml:10: external-secrets.defaultVersion: 2.5 is a number; quote the version");
  }

  @Test
  void ofChartsMayBeBoundByADigest() {
    packages.replace("defaultVersion: 10.1.1", "defaultVersion: 10.1.1\n  digest: cafe");
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:6: argocd.digest: \"cafe\" is no digest; write sha256: and 64 hexadecimal digits, as sha256sum prints them for the archive");
    packages.replace("digest: cafe", "digest: sha256:" + "0a".repeat(32));
    assertThat(packages.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/charts", "../charts", "./a/../../charts"})
  void comeFromNowhereOutsideThePackages(String repository) {
    packages.replace(
        "defaultVersion: 10.1.1", "defaultVersion: 10.1.1\n  chartRepository: " + repository);
    assertThat(packages.problems())
        .contains(
            "addons/values.yaml:6: argocd.chartRepository: \"%s\" leads out of packages/; name a place in it"
                .formatted(repository));
  }

  @Test
  void ofChartsBesideAnAddonAndWhatTheyDependOnAreExact() {
    packages.with(
        "argo-cd/more/Chart.yaml",
        "name: a\nversion: 1.x\ndependencies:\n- {name: b, version: ^2}\n");
    assertThat(packages.problems())
        .containsExactly(
            "argo-cd/more/Chart.yaml:2: version: \"1.x\" is not one version; write it in full, such as 1.2.3",
            "argo-cd/more/Chart.yaml:4: dependencies[0].version: \"^2\" is not one version; write it in full, such as 1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: team/image:latest",
        "image: team/image",
        "image: registry.example.com:5000/image",
        "setupImage: team/image",
        "args: ['registry.example.com/image:latest']",
        "image: {repository: team/image, tag: latest}",
        "packages: [registry.example.com/function]",
        "provider: {version: '>=2'}"
      })
  void ofImagesAreNotLeftToTheRegistry(String value) {
    assertThat(packages.with(VALUES, "a:\n  " + value + "\n").problems())
        .singleElement()
        .asString()
        .startsWith("argo-cd/values.yaml:2: a.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: registry.example.com:5000/image:1.0",
        "image: team/image@sha256:0123456789abcdef",
        "image: {repository: team/image, tag: '1.0'}",
        "image: '{{ .Values.image }}'",
        "sidecar: {image: team/image, tag: '1.0'}",
        "packages: [curl]"
      })
  void ofImagesMayStandInManyWays(String value) {
    assertThat(packages.with(VALUES, "a:\n  " + value + "\n").problems()).isEmpty();
  }

  @Test
  void ofImagesAreNotEmptyWhereNobodyFillsThemIn() {
    packages.replace("host: '{{ .metadata.annotations.domain }}'", "setupImage: ''");
    assertThat(packages.problems())
        .containsExactly(
            "addons/values.yaml:13: external-secrets.valuesObject.setupImage: is empty; write name:tag");
  }

  @Test
  void ofImagesInTemplatesArePinnedToo() {
    packages.with("argo-cd/more/Chart.yaml", "{name: more, version: 1.0.0}");
    packages.with(
        "argo-cd/more/templates/job.yaml",
        "{{ with 1 }}\n- image: \"team/image:latest\"\n- image: {{ . }}\n");
    assertThat(packages.problems())
        .containsExactly(
            "argo-cd/more/templates/job.yaml:2: image: \"team/image:latest\" may be another image tomorrow; write name:tag with a version, or a digest");
  }
}
