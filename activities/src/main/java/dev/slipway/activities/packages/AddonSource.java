package dev.slipway.activities.packages;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One addon of {@code packages/addons/values.yaml}, with the defaults that the AppSet chart gives.
 *
 * @param addon its key
 * @param chartName name of the chart
 * @param folder folder below {@code packages/} that holds its values and manifests
 * @param repository where the chart comes from: {@code http(s)://}, {@code oci://} or a local
 *     folder; empty for an addon that is a path in the packages repository
 * @param defaultVersion version of the chart; empty where there is none
 * @param path path in the packages repository; empty for a chart
 * @param valuesObject values whose strings are templates over the cluster secret
 * @param selector labels that a cluster secret must have; an empty object matches all
 */
public record AddonSource(
    String addon,
    boolean enabled,
    String chartName,
    String folder,
    String repository,
    String defaultVersion,
    String path,
    String namespace,
    String releaseName,
    ObjectNode valuesObject,
    List<AdditionalResource> additionalResources,
    JsonNode selector) {
  public AddonSource {
    requireNonNull(addon, "addon");
    additionalResources = List.copyOf(additionalResources);
  }

  /**
   * A folder beside the chart.
   *
   * @param folder below the addon's own folder
   * @param valuesObject values of the folder's chart, as templates; an empty object where it names
   *     none
   */
  public record AdditionalResource(String folder, ObjectNode valuesObject) {}
}
