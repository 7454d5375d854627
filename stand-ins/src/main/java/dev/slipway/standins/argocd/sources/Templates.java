package dev.slipway.standins.argocd.sources;

import com.fasterxml.jackson.databind.JsonNode;

/** Go templates, as an ApplicationSet with {@code goTemplate: true} uses them. */
@FunctionalInterface
public interface Templates {
  /**
   * The tree with each string in it evaluated.
   *
   * @throws NotRendered where a template cannot be evaluated
   */
  JsonNode evaluate(JsonNode tree, JsonNode parameters);
}
