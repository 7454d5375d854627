package dev.slipway.activities.packages.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.slipway.activities.argocd.expected.AppSetChart;
import dev.slipway.activities.argocd.expected.AppSetCharts;
import dev.slipway.activities.argocd.expected.Generators;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.helm.rendering.ManifestFolder;
import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Renders the packages of this repository with Helm and evaluates their templates as the
 * ApplicationSet controller does.
 */
final class Rendering implements AutoCloseable {
  private static final PackagesFolder PACKAGES = new PackagesFolder(Path.of("../packages"));

  private final HelmProcess helm = new HelmProcess(HelmProcess.defaultCache(), () -> {});
  private final BootstrapValues values = new BootstrapValues(PACKAGES);
  private final AppSetCharts charts = new AppSetCharts(PACKAGES, helm, values);
  private final HelmSession session = helm.open();

  /**
   * What becomes of each ApplicationSet that selects the cluster, by its name: {@code
   * applicationSet} without its template, {@code application}, and {@code manifests} by folder for
   * folders that are charts.
   */
  ObjectNode of(Variant variant) {
    Platform platform = variant.platform(PACKAGES);
    ObjectNode templates = JsonNodeFactory.instance.objectNode();
    ObjectNode rendered = templates.objectNode();
    for (JsonNode set : applicationSets(platform)) {
      String name = set.at("/metadata/name").asText();
      ObjectNode spec = set.path("spec").deepCopy();
      templates.set(name, spec.remove("template"));
      rendered.putObject(name).set("applicationSet", spec);
    }
    ObjectNode applications = values.evaluate(session, platform, "packages", templates);
    rendered
        .properties()
        .forEach(
            entry -> complete((ObjectNode) entry.getValue(), applications.path(entry.getKey())));
    return rendered;
  }

  private List<JsonNode> applicationSets(Platform platform) {
    String routing = platform.config().pathRouting() ? "addons/path-routing-values.yaml" : "none";
    try (AppSetChart chart = charts.open(platform)) {
      Map<String, String> labels = chart.clusterSecret().labels();
      return Stream.of(List.of("bootstrap/values.yaml"), List.of("addons/values.yaml", routing))
          .flatMap(files -> chart.render(files).stream())
          .filter(set -> Generators.select(set, labels))
          .toList();
    }
  }

  private void complete(ObjectNode entry, JsonNode application) {
    entry.set("application", application);
    ObjectNode folders = entry.objectNode();
    for (JsonNode source : application.at("/spec/sources")) {
      Path folder = Path.of("packages").relativize(Path.of(source.path("path").asText("packages")));
      ManifestFolder manifests =
          new ManifestFolder(PACKAGES.root().resolve(folder), folder.toString());
      if (manifests.isChart() && !folder.toString().equals("appset-chart")) {
        folders.set(folder.toString(), objects(manifests, application, source));
      }
    }
    if (!folders.isEmpty()) {
      entry.set("manifests", folders);
    }
  }

  /** The objects of a chart, as Argo CD renders it, by kind and name. */
  private ObjectNode objects(ManifestFolder chart, JsonNode application, JsonNode source) {
    ObjectNode objects = JsonNodeFactory.instance.objectNode();
    JsonNode given = source.at("/helm/valuesObject");
    List<Manifest> manifests =
        chart.manifests(
            session,
            source.at("/helm/releaseName").asText(application.at("/metadata/name").asText()),
            application.at("/spec/destination/namespace").asText(),
            given instanceof ObjectNode object ? object : objects.objectNode());
    for (Manifest manifest : manifests) {
      ObjectNode object = withoutScripts(chart, manifest.content());
      String namespace = object.at("/metadata/namespace").asText("");
      String name = object.path("kind").asText() + " " + object.at("/metadata/name").asText();
      objects.set(namespace.isEmpty() ? name : name + " in " + namespace, object);
    }
    return objects;
  }

  /** A file that a chart takes over as it is stands for itself. */
  private static ObjectNode withoutScripts(ManifestFolder chart, ObjectNode object) {
    for (Map.Entry<String, JsonNode> entry : object.path("data").properties()) {
      Path file = chart.path().resolve("files").resolve(entry.getKey());
      if (Files.exists(file)) {
        assertThat(entry.getValue().asText()).isEqualTo(text(file));
        entry.setValue(TextNode.valueOf("(files/" + entry.getKey() + ")"));
      }
    }
    return object;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
