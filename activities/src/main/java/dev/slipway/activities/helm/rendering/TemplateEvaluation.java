package dev.slipway.activities.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.activities.helm.HelmRequest;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates Go templates with Helm's own engine: a generated chart hands them to {@code tpl}. */
final class TemplateEvaluation {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String TEMPLATE =
      """
      {{- define "slipway.missing" -}}
      {{- $_ := set (index . 0).slipway (index . 1) true -}}
      {{- end -}}
      {{- $results := list -}}
      {{- range .Values.templates -}}
      {{- $missing := dict -}}
      {{- $context := set (deepCopy $.Values.context) "slipway" $missing -}}
      {{- $text := tpl . $context -}}
      {{- $results = append $results (dict "text" $text "missing" (keys $missing)) -}}
      {{- end -}}
      {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "evaluated"}, "results": {{ toJson $results }}}
      """;

  private final HelmSession helm;
  private final ObjectNode context;
  private final String subject;

  /**
   * @param context what the templates can read
   * @param subject whose templates they are, for messages
   */
  TemplateEvaluation(HelmSession helm, ObjectNode context, String subject) {
    this.helm = helm;
    this.context = context;
    this.subject = subject;
  }

  /**
   * The text of each template.
   *
   * @throws ApplicationFailure {@link FailureType#INVALID_PACKAGES} naming key and template
   */
  Map<String, String> evaluate(List<String> templates) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (templates.isEmpty()) {
      return texts;
    }
    JsonNode results = results(templates);
    for (int i = 0; i < templates.size(); i++) {
      JsonNode missing = results.path(i).path("missing");
      if (!missing.isEmpty()) {
        throw refused(templates.get(i), "the cluster secret has no " + missing.path(0).asText());
      }
      texts.put(templates.get(i), results.path(i).path("text").asText());
    }
    return texts;
  }

  private JsonNode results(List<String> templates) {
    try {
      return YAML.readTree(helm.call(request(templates))).path("results");
    } catch (ApplicationFailure e) {
      if (!e.getType().equals(FailureType.INVALID_PACKAGES.name())) {
        throw e;
      }
      if (templates.size() == 1) {
        throw refused(templates.get(0), e.getOriginalMessage());
      }
      templates.forEach(template -> results(List.of(template)));
      throw e;
    } catch (IOException e) {
      throw FailureType.HELM_FAILED.failure("Evaluated templates cannot be read", e);
    }
  }

  private HelmRequest request(List<String> templates) throws IOException {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.set("context", context);
    ArrayNode list = values.putArray("templates");
    templates.forEach(template -> list.add(KeyChains.noteMissing(template, context)));
    return HelmRequest.template(chart(), "evaluated", "default", List.of(values));
  }

  private Path chart() throws IOException {
    Path chart = Files.createDirectories(helm.folder().resolve("evaluation"));
    Path templates = Files.createDirectories(chart.resolve("templates"));
    Files.writeString(
        chart.resolve("Chart.yaml"), "{apiVersion: v2, name: evaluation, version: 1.0.0}");
    Files.writeString(templates.resolve("evaluated.yaml"), TEMPLATE);
    return chart;
  }

  private ApplicationFailure refused(String template, String why) {
    return FailureType.INVALID_PACKAGES.failure(
        "%s: %s cannot be evaluated: %s".formatted(subject, template, why));
  }
}
