package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of the platform.
 *
 * @param key as in {@code packages/addons/values.yaml}
 * @param title what people call it
 * @param prerequisites keys of the addons that have to be up first
 */
public record Addon(String key, String title, List<String> prerequisites) {
  public Addon {
    requireNonNull(key, "key");
    requireNonNull(title, "title");
    prerequisites = List.copyOf(prerequisites);
  }

  Addon after(List<String> otherPrerequisites) {
    return new Addon(key, title, otherPrerequisites);
  }
}
