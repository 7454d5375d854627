package dev.slipway.workflows.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A value with the line it stands in, whether it came as YAML or as JSON. Scalars stay the text
 * that was written, so that {@code 1.10} is no number.
 */
public sealed interface YamlNode {
  int line();

  /** What a person would call it. */
  String kind();

  /** A scalar. */
  record Text(int line, String value) implements YamlNode {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /** Nothing, {@code ~} or {@code null}. */
  record Nothing(int line) implements YamlNode {
    @Override
    public String kind() {
      return "nothing";
    }
  }

  /** A list, whatever is in it. */
  record Items(int line) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, duplicates included. */
  record Keys(int line, List<Entry> entries) implements YamlNode {
    @Override
    public String kind() {
      return "a map";
    }
  }

  /** A key, the line it stands in, and its value. */
  record Entry(int line, String key, YamlNode value) {}

  static YamlNode of(JsonNode json) {
    if (json == null || json.isNull() || json.isMissingNode()) {
      return new Nothing(0);
    }
    if (json.isArray()) {
      return new Items(0);
    }
    if (!json.isObject()) {
      return new Text(0, json.asText());
    }
    return new Keys(
        0,
        json.properties().stream()
            .map(field -> new Entry(0, field.getKey(), of(field.getValue())))
            .toList());
  }
}
