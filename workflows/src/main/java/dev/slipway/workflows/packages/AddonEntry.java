package dev.slipway.workflows.packages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of {@code addons/values.yaml}, {@code addons/path-routing-values.yaml} or {@code
 * bootstrap/values.yaml}, with the places of its values.
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

  /** What the AppSet chart makes of it. */
  public AddonSource source() {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (YamlValue layer : List.of(base, own)) {
      layer.entries().forEach(value -> merged.set(value.key(), value.json()));
    }
    return new AddonSource(key(), merged);
  }

  /** Whether it is laid over an entry of another file. */
  public boolean isOverlay() {
    return !own.file().name().equals(base.file().name());
  }

  /** The folders beside it that its own file names. */
  public List<YamlValue> resources() {
    return Stream.of("additionalResources", "routingResources")
        .flatMap(list -> own.get(list).items().stream())
        .toList();
  }
}
