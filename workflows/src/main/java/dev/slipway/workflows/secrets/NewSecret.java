package dev.slipway.workflows.secrets;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** A secret as it is created. The value is never printed. */
public record NewSecret(String name, String description, String value, Map<String, String> tags) {
  public NewSecret {
    requireNonNull(name, "name");
    requireNonNull(description, "description");
    requireNonNull(value, "value");
    tags = Map.copyOf(tags);
  }

  @Override
  public String toString() {
    return "NewSecret[name=" + name + "]";
  }
}
