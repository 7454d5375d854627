package dev.slipway.activities.packages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.packages.PackagesTree;
import java.util.List;

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
        .filter(addon -> addon.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                FailureType.INVALID_PACKAGES.failure(
                    "packages/" + PackagesTree.ADDONS + " has no addon " + key));
  }

  public boolean isEnabled(String key) {
    return addons.stream().anyMatch(addon -> addon.key().equals(key) && addon.isEnabled());
  }

  /** Reads the merged values of the AppSet chart: what has a key {@code enabled} is an addon. */
  static AddonCatalogue of(ObjectNode values) {
    return new AddonCatalogue(
        values.properties().stream()
            .filter(entry -> entry.getValue().has("enabled"))
            .map(entry -> new AddonSource(entry.getKey(), entry.getValue()))
            .toList());
  }
}
