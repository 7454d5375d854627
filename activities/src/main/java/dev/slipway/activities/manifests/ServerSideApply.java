package dev.slipway.activities.manifests;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import dev.slipway.activities.kubernetes.Answers;
import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.Kinds;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.activities.kubernetes.LiveObjects;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;

/** Applies manifests one by one. */
final class ServerSideApply {
  private final KubernetesClient client;
  private final Kinds kinds;
  private final String defaultNamespace;

  ServerSideApply(KubernetesClient client, String defaultNamespace) {
    this.client = client;
    this.kinds = new Kinds(client);
    this.defaultNamespace = defaultNamespace;
  }

  /** Whether the object changed. */
  boolean apply(Manifest manifest) {
    GenericKubernetesResource object =
        Serialization.unmarshal(manifest.content().toString(), GenericKubernetesResource.class);
    String name = nameOf(manifest, object);
    refuseNameless(object, name);
    Resource<GenericKubernetesResource> resource = resource(object, name);
    Optional<GenericKubernetesResource> before =
        KubernetesFailures.naming(name, () -> Answers.find(resource));
    if (before.map(KubernetesObject::of).flatMap(KubernetesObject::trackingId).isPresent()) {
      return false;
    }
    GenericKubernetesResource after = apply(resource, name);
    return after != null && !version(after).equals(before.map(ServerSideApply::version).orElse(""));
  }

  private Resource<GenericKubernetesResource> resource(
      GenericKubernetesResource object, String name) {
    Kind kind = kind(object, name);
    if (!kind.isNamespaced()) {
      return client.genericKubernetesResources(kind.context()).resource(object);
    }
    ObjectMeta metadata = object.getMetadata();
    if (metadata.getNamespace() == null) {
      metadata.setNamespace(defaultNamespace);
    }
    return client
        .genericKubernetesResources(kind.context())
        .inNamespace(metadata.getNamespace())
        .resource(object);
  }

  // Its definition may just have been applied, so the step's next try may find it.
  private Kind kind(GenericKubernetesResource object, String name) {
    Optional<Kind> served =
        KubernetesFailures.naming(name, () -> kinds.of(object.getApiVersion(), object.getKind()));
    return served.orElseThrow(
        () ->
            FailureType.CLUSTER_UNREACHABLE.failure(
                "%s: the API server does not serve kind %s of %s (yet)"
                    .formatted(name, object.getKind(), object.getApiVersion())));
  }

  /** The object as it is now; null where Argo CD has other values in its fields. */
  private GenericKubernetesResource apply(
      Resource<GenericKubernetesResource> resource, String name) {
    try {
      return resource.fieldManager(LiveObjects.FIELD_MANAGER).serverSideApply();
    } catch (KubernetesClientException e) {
      FieldConflict conflict = FieldConflict.of(e);
      if (conflict.isWithArgoCd()) {
        return null;
      }
      if (conflict.isWithKubectlOnly()) {
        return force(resource, name);
      }
      throw refused(name, e);
    }
  }

  private GenericKubernetesResource force(
      Resource<GenericKubernetesResource> resource, String name) {
    try {
      return resource.fieldManager(LiveObjects.FIELD_MANAGER).forceConflicts().serverSideApply();
    } catch (KubernetesClientException e) {
      throw refused(name, e);
    }
  }

  private static ApplicationFailure refused(String name, KubernetesClientException e) {
    ApplicationFailure failure = KubernetesFailures.translate(name, e);
    return failure.getType().equals(FailureType.CLUSTER_REFUSED.name())
        ? FailureType.MANIFEST_REFUSED.failure(failure.getOriginalMessage(), e)
        : failure;
  }

  private static void refuseNameless(GenericKubernetesResource object, String name) {
    boolean nameless = object.getMetadata() == null || object.getMetadata().getName() == null;
    if (nameless || object.getKind() == null || object.getApiVersion() == null) {
      throw FailureType.MANIFEST_REFUSED.failure(
          name + ": an object needs apiVersion, kind and metadata.name");
    }
  }

  private static String nameOf(Manifest manifest, GenericKubernetesResource object) {
    String name = object.getMetadata() == null ? "?" : object.getMetadata().getName();
    return "packages/%s, %s %s".formatted(manifest.file(), object.getKind(), name);
  }

  private static String version(GenericKubernetesResource object) {
    return object.getMetadata().getResourceVersion();
  }
}
