package dev.slipway.e2e.bed.crossplane;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** Custom resources that a stand-in makes. */
final class Made {
  private Made() {}

  static GenericKubernetesResource of(Kind kind, String name) {
    GenericKubernetesResource made = new GenericKubernetesResource();
    made.setApiVersion(kind.apiVersion());
    made.setKind(kind.kind());
    ObjectMeta metadata = new ObjectMeta();
    metadata.setName(name);
    made.setMetadata(metadata);
    return made;
  }
}
