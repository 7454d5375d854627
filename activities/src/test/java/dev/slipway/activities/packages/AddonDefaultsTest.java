package dev.slipway.activities.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.workflows.packages.AddonSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An addon is read as the templates of the AppSet chart read it: Helm renders them here. */
class AddonDefaultsTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String ADDONS =
      """
      bare_name: {enabled: true, namespace: n, chartRepository: https://c, defaultVersion: 1.0.0}
      chart: {enabled: 'true', chartName: other, namespace: n, chartRepository: https://c,
        defaultVersion: 1.0.0}
      blank: {enabled: true, chartName: '', folder: '', releaseName: '', path: '', namespace: n,
        chartRepository: https://c, defaultVersion: 1.0.0}
      own: {enabled: true, chartName: other, folder: mine, releaseName: called, namespace: n,
        chartRepository: oci://c, defaultVersion: 1.0.0, type: ''}
      git: {enabled: true, path: some/where, namespace: n}
      plain: {enabled: true, path: some/where, type: manifest, namespace: n}
      off: {enabled: false}
      off_as_text: {enabled: 'false'}
      """;

  private static final Map<String, JsonNode> RENDERED = new LinkedHashMap<>();
  private static AddonCatalogue read;

  @BeforeAll
  static void renderAndRead() throws IOException {
    ObjectNode values = (ObjectNode) YAML.readTree(ADDONS);
    read = AddonCatalogue.of(values);
    HelmProcess helm = new HelmProcess(HelmProcess.defaultCache(), () -> {});
    try (HelmSession session = helm.open()) {
      Path chart = Path.of("../packages/appset-chart").toAbsolutePath().normalize();
      String sets = session.call(HelmRequest.template(chart, "addons", "argocd", List.of(values)));
      for (Object set : YAML.readerFor(JsonNode.class).readValues(sets).readAll()) {
        RENDERED.put(((JsonNode) set).at("/metadata/name").asText(), (JsonNode) set);
      }
    }
  }

  @Test
  void whatIsEnabledIsRendered() {
    assertThat(read.addons().stream().filter(AddonSource::isEnabled).map(AddonSource::key))
        .containsExactlyInAnyOrderElementsOf(RENDERED.keySet())
        .hasSize(6);
  }

  @Test
  void takesTheSameFolderAndRelease() {
    assertThat(List.of("bare_name", "chart", "blank", "own", "git"))
        .allSatisfy(
            key -> {
              JsonNode helm = sources(key).get(1).path("helm");
              assertThat(read.addon(key).releaseName()).isEqualTo(helm.at("/releaseName").asText());
              assertThat(helm.at("/valueFiles/0").asText())
                  .endsWith("/" + read.addon(key).folder() + "/values.yaml");
            });
  }

  @Test
  void takesTheSameChart() {
    assertThat(List.of("bare_name", "chart", "blank"))
        .allSatisfy(
            key ->
                assertThat(read.addon(key).chartName())
                    .isEqualTo(sources(key).get(1).path("chart").asText()));
    assertThat(sources("own").get(1).path("repoURL").asText())
        .isEqualTo(read.addon("own").repository() + "/" + read.addon("own").chartName());
  }

  @Test
  void knowsWhatComesFromGitAndWhatGoesWithoutHelm() {
    assertThat(List.of("bare_name", "blank", "git", "plain"))
        .allSatisfy(
            key -> {
              JsonNode main = sources(key).get(read.addon(key).isPlain() ? 0 : 1);
              assertThat(read.addon(key).path()).isEqualTo(main.path("path").asText());
              assertThat(read.addon(key).isPlain()).isEqualTo(!main.has("helm"));
            });
  }

  private static JsonNode sources(String key) {
    return RENDERED.get(key).at("/spec/template/spec/sources");
  }
}
