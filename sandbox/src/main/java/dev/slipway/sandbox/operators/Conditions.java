package dev.slipway.sandbox.operators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.control.ObjectMeta;

/** Marks custom resources as done. */
record Conditions(ClusterObjects cluster) {

  /** All of a kind that have no conditions yet. */
  void mark(String group, String plural, String... types) {
    for (ObjectNode object : cluster.list(group, plural)) {
      if (object.at("/status/conditions").isEmpty() && !ObjectMeta.of(object).isDeleted()) {
        cluster.key(object).ifPresent(key -> cluster.change(key, found -> add(found, types)));
      }
    }
  }

  private static void add(ObjectNode object, String... types) {
    for (String type : types) {
      object
          .withObject("/status")
          .withArray("conditions")
          .addObject()
          .put("type", type)
          .put("status", "True")
          .put("reason", "StandIn");
    }
  }
}
