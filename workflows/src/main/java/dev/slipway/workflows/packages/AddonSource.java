package dev.slipway.workflows.packages;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One addon of {@code addons/values.yaml}, read with the defaults of the AppSet chart's templates:
 * an empty text is none, as it is to Helm.
 *
 * @param key its name in the file
 * @param json its entry, with what path routing lays over it
 */
public record AddonSource(String key, JsonNode json) {
  public AddonSource {
    requireNonNull(key, "key");
    requireNonNull(json, "json");
  }

  public boolean isEnabled() {
    return text("enabled").equals("true");
  }

  /** Whether it is applied from Git without Helm. */
  public boolean isPlain() {
    return text("type").equals("manifest");
  }

  /** Name of the chart. */
  public String chartName() {
    return firstOf(text("chartName"), key);
  }

  /** Folder below {@code packages/} that holds its values and manifests. */
  public String folder() {
    return firstOf(text("folder"), chartName());
  }

  /** Name of the Helm release. */
  public String releaseName() {
    return firstOf(text("releaseName"), key);
  }

  /** Empty where it is missing; the AppSet chart then refuses to be rendered. */
  public String namespace() {
    return text("namespace");
  }

  /**
   * Where the chart comes from: {@code http(s)://}, {@code oci://} or a local folder; empty for an
   * addon that is a path in the packages repository.
   */
  public String repository() {
    return text("chartRepository");
  }

  /** Version of the chart; empty where there is none. */
  public String defaultVersion() {
    return text("defaultVersion");
  }

  /** SHA-256 that the chart's archive has to have, {@code sha256:…}; empty for any. */
  public String digest() {
    return text("digest");
  }

  /** Path in the packages repository; empty for a chart. */
  public String path() {
    return text("path");
  }

  /** Values whose strings are templates over the cluster secret. */
  public ObjectNode valuesObject() {
    return objectOrEmpty(json.path("valuesObject"));
  }

  /** The folders of manifests beside the chart, in the order in which Argo CD gets them. */
  public List<AdditionalResource> additionalResources() {
    return Stream.of("additionalResources", "routingResources")
        .flatMap(list -> StreamSupport.stream(json.path(list).spliterator(), false))
        .filter(resource -> resource.path("type").asText().equals("manifests"))
        .map(AddonSource::resource)
        .toList();
  }

  private static AdditionalResource resource(JsonNode resource) {
    return new AdditionalResource(
        resource.path("manifestPath").asText(),
        objectOrEmpty(resource.path("helm").path("valuesObject")));
  }

  /**
   * A folder beside the chart.
   *
   * @param folder below the addon's own folder
   * @param valuesObject values of the folder's chart, as templates; an empty object where it names
   *     none
   */
  public record AdditionalResource(String folder, ObjectNode valuesObject) {}

  private String text(String name) {
    return json.path(name).asText("");
  }

  private static String firstOf(String given, String otherwise) {
    return given.isEmpty() ? otherwise : given;
  }

  private static ObjectNode objectOrEmpty(JsonNode node) {
    return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }
}
