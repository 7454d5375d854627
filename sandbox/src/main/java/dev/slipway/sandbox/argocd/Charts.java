package dev.slipway.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Helm's engine for the stand-ins: charts, and Go templates. */
public final class Charts {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String EVALUATION =
      """
      {{- $texts := list }}
      {{- range .Values.templates }}
      {{- $texts = append $texts (tpl . (merge (dict "Template" $.Template) $.Values.context)) }}
      {{- end }}
      {"apiVersion": "v1", "kind": "List", "texts": {{ toJson $texts }}}
      """;

  private final HelmProcess helm;

  public Charts(HelmProcess helm) {
    this.helm = helm;
  }

  /** The objects of a chart. */
  public List<ObjectNode> render(
      Path chart, String release, String namespace, List<ObjectNode> values) {
    try (HelmSession session = helm.open()) {
      return objects(session.call(HelmRequest.template(chart, release, namespace, values)));
    }
  }

  /** The text of each template over one context. */
  List<String> evaluate(List<String> templates, JsonNode context) {
    try (HelmSession session = helm.open()) {
      Path chart = Files.createDirectories(session.folder().resolve("evaluation"));
      Files.writeString(
          chart.resolve("Chart.yaml"), "{apiVersion: v2, name: evaluation, version: 1.0.0}");
      Files.writeString(
          Files.createDirectories(chart.resolve("templates")).resolve("texts.yaml"), EVALUATION);
      ObjectNode values = YAML.createObjectNode();
      templates.forEach(values.putArray("templates")::add);
      values.set("context", context);
      List<String> texts = new ArrayList<>();
      objects(session.call(HelmRequest.template(chart, "evaluation", "default", List.of(values))))
          .get(0)
          .path("texts")
          .forEach(text -> texts.add(text.asText()));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ObjectNode> objects(String yaml) {
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
}
