package dev.slipway.standins.argocd.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Git and chart repositories, as Argo CD's repo server reads them. */
@FunctionalInterface
public interface Sources {
  /**
   * Makes the manifests of an Application.
   *
   * @throws NotRendered where a source cannot be read
   */
  Rendered render(JsonNode application);

  /**
   * Manifests, and the revision of each source.
   *
   * @param revisions a commit, or a chart's version
   */
  record Rendered(List<ObjectNode> objects, List<String> revisions) {
    public Rendered {
      objects = List.copyOf(objects);
      revisions = List.copyOf(revisions);
    }
  }
}
