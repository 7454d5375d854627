package dev.slipway.activities.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.releases.Revision;
import dev.slipway.workflows.failure.FailureType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One object of a release's manifest. */
record ReleaseObject(String kind, String namespace, String name, JsonNode content) {
  private static final YAMLMapper YAML = new YAMLMapper();

  static List<ReleaseObject> of(Revision revision, String defaultNamespace) {
    List<ReleaseObject> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(revision.manifest())) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        if (document != null && document.has("kind")) {
          objects.add(object(document, defaultNamespace));
        }
      }
      return objects;
    } catch (IOException e) {
      throw FailureType.RELEASE_OWNED.failure(
          "The record %s holds no readable manifest"
              .formatted(revision.secret().getMetadata().getName()),
          e);
    }
  }

  private static ReleaseObject object(JsonNode document, String defaultNamespace) {
    JsonNode metadata = document.path("metadata");
    return new ReleaseObject(
        document.path("kind").asText(),
        metadata.path("namespace").asText(defaultNamespace),
        metadata.path("name").asText(),
        document);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
