package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A field that somebody wants to apply and another manager has applied otherwise. */
record FieldConflict(String manager, String field) {

  /** In the words of kube-apiserver, which names each manager once. */
  static String summary(List<FieldConflict> conflicts) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (FieldConflict conflict : conflicts) {
      fields.computeIfAbsent(conflict.with(), with -> new ArrayList<>()).add(conflict.field());
    }
    String noun = conflicts.size() == 1 ? " conflict" : " conflicts";
    return "Apply failed with " + conflicts.size() + noun + ": " + listed(fields);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("reason", "FieldManagerConflict")
        .put("message", with())
        .put("field", field);
  }

  private String with() {
    return "conflict with \"" + manager + "\"";
  }

  private static String listed(Map<String, List<String>> fields) {
    if (fields.values().stream().mapToInt(Collection::size).sum() == 1) {
      return fields.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue().get(0))
          .findFirst()
          .orElseThrow();
    }
    List<String> lines = new ArrayList<>();
    fields.forEach(
        (with, names) -> {
          lines.add(with + ":");
          names.forEach(name -> lines.add("- " + name));
        });
    return String.join("\n", lines);
  }
}
