package dev.slipway.workflows.packages;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value of a YAML file, and where it stands.
 *
 * @param place where the file keeps its line
 * @param field its path for people, such as {@code keycloak.valuesObject.ingress.rules[0].host}
 * @param key its own key; the list's for an item; empty for a document
 */
public record YamlValue(YamlFile file, String place, String field, String key, JsonNode json) {
  public YamlValue {
    requireNonNull(json, "json");
  }

  public boolean exists() {
    return !json.isMissingNode();
  }

  /** The text of a scalar; empty where there is none. */
  public String text() {
    return json.asText("");
  }

  /** The value below this key, which may be missing. */
  public YamlValue get(String name) {
    JsonNode child = json.isObject() ? json.path(name) : MissingNode.getInstance();
    String segment = name.replace("~", "~0").replace("/", "~1");
    String path = field.isEmpty() ? name : field + "." + name;
    return new YamlValue(file, place + "/" + segment, path, name, child);
  }

  /** The values of a map, in their order; none where it is no map. */
  public List<YamlValue> entries() {
    return json.properties().stream().map(entry -> get(entry.getKey())).toList();
  }

  /** The values of a list; none where it is no list. */
  public List<YamlValue> items() {
    return IntStream.range(0, json.isArray() ? json.size() : 0).mapToObj(this::item).toList();
  }

  private YamlValue item(int index) {
    return new YamlValue(
        file, place + "/" + index, field + "[" + index + "]", key, json.path(index));
  }

  /** This value and all that is in it. */
  public Stream<YamlValue> all() {
    return Stream.concat(
        Stream.of(this),
        Stream.concat(entries().stream(), items().stream()).flatMap(YamlValue::all));
  }

  public PackagesProblem problem(String message) {
    return new PackagesProblem(file.name(), line(), field, message);
  }

  /** The line of the value, or of what it would stand in. */
  private int line() {
    String at = place;
    while (file.line(at) == 0 && at.contains("/")) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return exists() || at.contains("/") ? file.line(at) : 0;
  }
}
