package dev.slipway.sandbox.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.standins.argocd.sources.NotRendered;
import dev.slipway.standins.argocd.sources.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packages folder in place of the Git repository, and sketches in place of charts.
 *
 * @param commit what the Git repository is said to be at
 * @param basepath folder of the packages in the repository
 */
public record PackagesSources(
    HelmEngine helm, Sketches sketches, Path packages, String basepath, String commit)
    implements Sources {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String VALUES = "$values/";

  @Override
  public Rendered render(JsonNode application) {
    List<ObjectNode> objects = new ArrayList<>();
    List<String> revisions = new ArrayList<>();
    for (JsonNode source : application.at("/spec/sources")) {
      objects.addAll(objects(application, source));
      revisions.add(source.has("chart") ? source.path("targetRevision").asText() : commit);
    }
    return new Rendered(objects, revisions);
  }

  private List<ObjectNode> objects(JsonNode application, JsonNode source) {
    if (source.has("chart")) {
      return chart(application, source, sketches.chart(source.path("chart").asText()));
    }
    if (!source.has("path")) {
      return List.of();
    }
    Path folder = local(source.path("path").asText());
    if (!Files.isDirectory(folder)) {
      throw new NotRendered(source.path("path").asText() + ": app path does not exist");
    }
    return Files.exists(folder.resolve("Chart.yaml"))
        ? chart(application, source, folder)
        : manifests(folder);
  }

  private List<ObjectNode> chart(JsonNode application, JsonNode source, Path chart) {
    List<ObjectNode> values = new ArrayList<>();
    for (JsonNode file : source.at("/helm/valueFiles")) {
      values.add(yaml(local(file.asText().substring(VALUES.length()))));
    }
    if (source.at("/helm/valuesObject") instanceof ObjectNode object) {
      values.add(object);
    }
    String name = application.at("/metadata/name").asText();
    String release = source.at("/helm/releaseName").asText(name);
    String namespace = application.at("/spec/destination/namespace").asText();
    return helm.render(chart, release, namespace, values);
  }

  private static List<ObjectNode> manifests(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<ObjectNode> objects = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".yaml")) {
          objects.addAll(HelmEngine.objects(Files.readString(file)));
        }
      }
      return objects;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path local(String path) {
    return packages.resolve(Path.of(basepath).relativize(Path.of(path)));
  }

  private static ObjectNode yaml(Path file) {
    try {
      JsonNode content = YAML.readTree(Files.readString(file));
      return content instanceof ObjectNode values ? values : YAML.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
