package dev.slipway.e2e.bed.crossplane;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A CompositeResourceDefinition: the kind of composites that it defines, and that of claims. */
record Definition(GenericKubernetesResource object) {
  Kind composites() {
    return new Kind(group(), version(), object.get("spec", "names", "kind"), false);
  }

  Optional<Kind> claims() {
    return Optional.ofNullable(object.<String>get("spec", "claimNames", "kind"))
        .map(kind -> new Kind(group(), version(), kind, true));
  }

  Stream<Kind> kinds() {
    return Stream.concat(Stream.of(composites()), claims().stream());
  }

  static List<OwnerReference> ownedBy(GenericKubernetesResource owner) {
    return List.of(
        new OwnerReferenceBuilder()
            .withApiVersion(owner.getApiVersion())
            .withKind(owner.getKind())
            .withName(owner.getMetadata().getName())
            .withUid(owner.getMetadata().getUid())
            .withController(true)
            .withBlockOwnerDeletion(true)
            .build());
  }

  private String group() {
    return object.get("spec", "group");
  }

  private String version() {
    List<Map<String, Object>> versions = object.get("spec", "versions");
    return (String) versions.get(0).get("name");
  }
}
