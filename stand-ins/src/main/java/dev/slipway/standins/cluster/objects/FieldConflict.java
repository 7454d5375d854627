package dev.slipway.standins.cluster.objects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A field that somebody wants to apply and another manager has applied otherwise. */
record FieldConflict(String manager, String field) {

  /** In the words of kube-apiserver, which lists the fields by manager where there are several. */
  static String summary(List<FieldConflict> conflicts) {
    if (conflicts.size() == 1) {
      FieldConflict only = conflicts.get(0);
      return "Apply failed with 1 conflict: " + only.with() + ": " + only.field();
    }
    Map<String, List<String>> fields = new TreeMap<>();
    for (FieldConflict conflict : conflicts) {
      fields
          .computeIfAbsent(conflict.manager(), name -> new ArrayList<>())
          .add("- " + conflict.field());
    }
    List<String> lines = new ArrayList<>();
    fields.forEach(
        (manager, names) -> {
          lines.add("conflicts with \"" + manager + "\":");
          lines.addAll(names);
        });
    return "Apply failed with " + conflicts.size() + " conflicts: " + String.join("\n", lines);
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
}
