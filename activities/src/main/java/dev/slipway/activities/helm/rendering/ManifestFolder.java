package dev.slipway.activities.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.workflows.failure.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of manifests: rendered where it is a chart, else all its YAML and JSON files, as Argo CD
 * reads a folder that it is not told to recurse into.
 *
 * @param name path below {@code packages/}, for messages
 */
public record ManifestFolder(Path path, String name) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** One object of a file. */
  public record Manifest(String file, ObjectNode content) {}

  public boolean isChart() {
    return Files.isRegularFile(path.resolve("Chart.yaml"));
  }

  /**
   * All objects of the folder.
   *
   * @param values of the chart; a folder that is none has no use for them
   */
  public List<Manifest> manifests(
      HelmSession helm, String release, String namespace, ObjectNode values) {
    if (!Files.isDirectory(path)) {
      throw FailureType.INVALID_PACKAGES.failure("There is no folder packages/" + name);
    }
    if (isChart()) {
      HelmRequest request = HelmRequest.template(path, release, namespace, List.of(values));
      return documents(name, helm.call(request));
    }
    List<Manifest> manifests = new ArrayList<>();
    for (Path file : files()) {
      manifests.addAll(documents(name + "/" + file.getFileName(), text(file)));
    }
    return manifests;
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(name + "/" + file.getFileName(), e);
    }
  }

  private static List<Manifest> documents(String file, String text) {
    List<Manifest> manifests = new ArrayList<>();
    ObjectMapper mapper = file.endsWith(".json") ? new ObjectMapper() : YAML;
    try (MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class).readValues(text)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document instanceof ObjectNode object && !object.isEmpty()) {
          manifests.add(new Manifest(file, object));
        } else if (document != null && !document.isNull() && !document.isEmpty()) {
          throw new IOException("a document is no object");
        }
      }
      return manifests;
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e);
    }
  }

  private static RuntimeException unreadable(String file, Exception cause) {
    return FailureType.INVALID_PACKAGES.failure(
        "packages/%s cannot be read: %s".formatted(file, cause.getMessage()), cause);
  }
}
