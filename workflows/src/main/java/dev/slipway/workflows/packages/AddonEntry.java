package dev.slipway.workflows.packages;

import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of {@code addons/values.yaml}, {@code addons/path-routing-values.yaml} or {@code
 * bootstrap/values.yaml}.
 *
 * @param own what stands in its file
 * @param base what it is laid over, else the same
 */
public record AddonEntry(YamlValue own, YamlValue base) {
  public String key() {
    return own.key();
  }

  /** Its own value, else that of its base. */
  public YamlValue get(String name) {
    YamlValue value = own.get(name);
    return value.exists() ? value : base.get(name);
  }

  /** Whether it is laid over an entry of another file. */
  public boolean isOverlay() {
    return !own.file().name().equals(base.file().name());
  }

  public boolean isEnabled() {
    return get("enabled").text().equals("true");
  }

  /** Whether it is applied from Git without Helm. */
  public boolean isPlain() {
    return get("type").text().equals("manifest");
  }

  /** The folder of its values, as the AppSet chart finds it. */
  public String folder() {
    return Stream.of(get("folder"), get("chartName"))
        .filter(YamlValue::exists)
        .findFirst()
        .map(YamlValue::text)
        .orElse(key());
  }

  /** The folders beside it that its own file names. */
  public List<YamlValue> resources() {
    return Stream.of("additionalResources", "routingResources")
        .flatMap(list -> own.get(list).items().stream())
        .toList();
  }
}
