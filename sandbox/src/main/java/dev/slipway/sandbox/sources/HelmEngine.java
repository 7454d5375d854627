package dev.slipway.sandbox.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.standins.argocd.sources.NotRendered;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Helm's engine for the stand-ins: charts, and Go templates. One process serves all calls. */
public final class HelmEngine implements AutoCloseable {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String EVALUATION =
      """
      {{- $texts := list }}
      {{- range .Values.templates }}
      {{- $texts = append $texts (tpl . (merge (dict "Template" $.Template) $.Values.context)) }}
      {{- end }}
      {"apiVersion": "v1", "kind": "List", "texts": {{ toJson $texts }}}
      """;

  private final HelmSession session;
  private final Path evaluation;

  public HelmEngine(HelmProcess helm) throws IOException {
    session = helm.open();
    evaluation = Files.createDirectories(session.folder().resolve("evaluation"));
    Files.writeString(
        evaluation.resolve("Chart.yaml"), "{apiVersion: v2, name: evaluation, version: 1.0.0}");
    Files.writeString(
        Files.createDirectories(evaluation.resolve("templates")).resolve("texts.yaml"), EVALUATION);
  }

  /** The objects of a chart. */
  List<ObjectNode> render(Path chart, String release, String namespace, List<ObjectNode> values) {
    try {
      return objects(session.call(HelmRequest.template(chart, release, namespace, values)));
    } catch (ApplicationFailure e) {
      throw new NotRendered(e.getOriginalMessage());
    }
  }

  /** The text of each template over one context. */
  List<String> evaluate(List<String> templates, JsonNode context) {
    ObjectNode values = YAML.createObjectNode();
    templates.forEach(values.putArray("templates")::add);
    values.set("context", context);
    List<String> texts = new ArrayList<>();
    render(evaluation, "evaluation", "default", List.of(values))
        .get(0)
        .path("texts")
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** The objects of a file with one or many documents. */
  static List<ObjectNode> objects(String yaml) {
    List<ObjectNode> objects = new ArrayList<>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      while (documents.hasNextValue()) {
        if (documents.nextValue() instanceof ObjectNode object && object.has("kind")) {
          objects.add(object);
        }
      }
      return objects;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
