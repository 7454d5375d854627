package dev.slipway.activities.externalsecrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Labels and annotations that differ from the expected ones: pure. */
final class Metadata {
  private Metadata() {}

  /** One phrase an entry, such as {@code label auto_mode is "false" instead of "true"}. */
  static List<String> differences(
      String kind, Map<String, String> expected, Map<String, String> found) {
    List<String> differences = new ArrayList<>();
    new TreeMap<>(expected)
        .forEach(
            (key, value) -> {
              if (!value.equals(found.get(key))) {
                differences.add(
                    "%s %s is %s instead of \"%s\""
                        .formatted(kind, key, quoted(found.get(key)), value));
              }
            });
    return differences;
  }

  private static String quoted(String value) {
    return value == null ? "absent" : '"' + value + '"';
  }
}
