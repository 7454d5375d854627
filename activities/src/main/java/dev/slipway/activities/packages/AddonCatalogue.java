package dev.slipway.activities.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.packages.AddonSource.AdditionalResource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.PackagesTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The addons of {@code packages/addons/values.yaml}, in its order. */
public record AddonCatalogue(List<AddonSource> addons) {
  public AddonCatalogue {
    addons = List.copyOf(addons);
  }

  /**
   * The addon of this key.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_PACKAGES}
   */
  public AddonSource addon(String key) {
    return addons.stream()
        .filter(addon -> addon.addon().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                FailureType.INVALID_PACKAGES.failure(
                    "packages/" + PackagesTree.ADDONS + " has no addon " + key));
  }

  /** Reads the merged values of the AppSet chart: what has a key {@code enabled} is an addon. */
  static AddonCatalogue of(ObjectNode values) {
    List<AddonSource> addons = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      if (entry.getValue().has("enabled")) {
        addons.add(source(entry.getKey(), entry.getValue()));
      }
    }
    return new AddonCatalogue(addons);
  }

  private static AddonSource source(String key, JsonNode node) {
    String chartName = node.path("chartName").asText(key.replace('_', '-'));
    return new AddonSource(
        key,
        node.path("enabled").asBoolean(),
        chartName,
        node.path("folder").asText(chartName),
        node.path("chartRepository").asText(""),
        node.path("defaultVersion").asText(""),
        node.path("path").asText(""),
        node.path("namespace").asText("default"),
        node.path("releaseName").asText(chartName),
        objectOrEmpty(node.path("valuesObject")),
        resources(node),
        objectOrEmpty(node.path("selector")));
  }

  private static List<AdditionalResource> resources(JsonNode addon) {
    List<AdditionalResource> resources = new ArrayList<>();
    for (String list : List.of("additionalResources", "routingResources")) {
      for (JsonNode resource : addon.path(list)) {
        if (resource.path("type").asText().equals("manifests")) {
          resources.add(resource(resource));
        }
      }
    }
    return resources;
  }

  private static AdditionalResource resource(JsonNode resource) {
    return new AdditionalResource(
        resource.path("manifestPath").asText(),
        objectOrEmpty(resource.path("helm").path("valuesObject")));
  }

  private static ObjectNode objectOrEmpty(JsonNode node) {
    return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }
}
