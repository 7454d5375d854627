package dev.slipway.activities.argocd.expected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Renders the AppSet chart with Helm. */
public final class AppSetCharts implements AppSetChart.Source {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final PackagesFolder packages;
  private final HelmProcess helm;
  private final BootstrapValues values;

  public AppSetCharts(PackagesFolder packages, HelmProcess helm, BootstrapValues values) {
    this.packages = packages;
    this.helm = helm;
    this.values = values;
  }

  @Override
  public AppSetChart open(Platform platform) {
    return new Open(platform, packages.approved(platform.packages()), helm.open());
  }

  /** What the cluster secret will say. */
  public ClusterSecret clusterSecret(Platform platform) {
    try (AppSetChart chart = open(platform)) {
      return chart.clusterSecret();
    }
  }

  private final class Open implements AppSetChart {
    private final Platform platform;
    private final PackagesCopy copy;
    private final HelmSession session;

    Open(Platform platform, PackagesCopy copy, HelmSession session) {
      this.platform = platform;
      this.copy = copy;
      this.session = session;
    }

    @Override
    public List<JsonNode> render(List<String> valueFiles) {
      List<ObjectNode> files =
          valueFiles.stream()
              .filter(file -> Files.exists(copy.path(file)))
              .map(copy::yaml)
              .toList();
      return documents(
          session.call(
              HelmRequest.template(
                  copy.path(PackagesTree.APPSET_CHART),
                  "addons",
                  BootstrapRelease.ARGO_CD.namespace(),
                  files)));
    }

    @Override
    public ClusterSecret clusterSecret() {
      JsonNode metadata = values.clusterSecret(session, platform).path("metadata");
      return JSON.convertValue(metadata, ClusterSecret.class);
    }

    @Override
    public List<String> evaluate(List<String> templates) {
      ObjectNode numbered = JsonNodeFactory.instance.objectNode();
      IntStream.range(0, templates.size())
          .forEach(i -> numbered.put(Integer.toString(i), templates.get(i)));
      JsonNode texts = values.evaluate(session, platform, "packages/appset-chart", numbered);
      return IntStream.range(0, templates.size())
          .mapToObj(i -> texts.path(Integer.toString(i)).asText())
          .toList();
    }

    @Override
    public JsonNode values(String addon) {
      ObjectNode templates =
          copy.addons(platform.config().pathRouting()).addon(addon).valuesObject();
      return values.evaluate(session, platform, addon, templates);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private static List<JsonNode> documents(String text) {
    try (MappingIterator<JsonNode> found = YAML.readerFor(JsonNode.class).readValues(text)) {
      List<JsonNode> documents = new ArrayList<>();
      found.forEachRemaining(documents::add);
      return documents.stream()
          .filter(document -> document.path("kind").asText().equals("ApplicationSet"))
          .toList();
    } catch (IOException e) {
      throw FailureType.INVALID_PACKAGES.failure(
          "packages/appset-chart renders something that is no YAML: " + e.getMessage(), e);
    }
  }
}
