package dev.slipway.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The packages folder in place of the Git repository.
 *
 * @param basepath folder of the packages in the repository
 */
public record LocalRepository(Path packages, String basepath) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String VALUES = "$values/";

  /** The source that is the AppSet chart; no other chart is rendered here. */
  Optional<JsonNode> appsetSource(JsonNode application) {
    for (JsonNode source : application.path("spec").path("sources")) {
      if (source.path("path").asText().equals(basepath + "/appset-chart")) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  List<ObjectNode> render(Charts charts, JsonNode source, String namespace) {
    List<ObjectNode> values = new ArrayList<>();
    for (JsonNode file : source.path("helm").path("valueFiles")) {
      values.add(yaml(local(file.asText().substring(VALUES.length()))));
    }
    if (source.path("helm").path("valuesObject") instanceof ObjectNode object) {
      values.add(object);
    }
    String release = source.path("helm").path("releaseName").asText("addons");
    return charts.render(local(source.path("path").asText()), release, namespace, values);
  }

  private Path local(String path) {
    return packages.resolve(Path.of(basepath).relativize(Path.of(path)));
  }

  private static ObjectNode yaml(Path file) {
    try {
      return (ObjectNode) YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
