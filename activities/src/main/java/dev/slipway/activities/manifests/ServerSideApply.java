package dev.slipway.activities.manifests;

import dev.slipway.activities.failure.KubernetesFailures;
import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.temporal.failure.ApplicationFailure;

/** Applies manifests one by one. */
final class ServerSideApply {
  static final String FIELD_MANAGER = "slipway";
  private static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";

  private final KubernetesClient client;
  private final ServedKinds kinds;
  private final String defaultNamespace;

  ServerSideApply(KubernetesClient client, String defaultNamespace) {
    this.client = client;
    this.kinds = new ServedKinds(client);
    this.defaultNamespace = defaultNamespace;
  }

  /** Whether the object changed. */
  boolean apply(Manifest manifest) {
    GenericKubernetesResource object =
        Serialization.unmarshal(manifest.content().toString(), GenericKubernetesResource.class);
    String name = nameOf(manifest, object);
    refuseNameless(object, name);
    Resource<GenericKubernetesResource> resource = resource(object, name);
    GenericKubernetesResource before = KubernetesFailures.naming(name, resource::get);
    if (isTrackedByArgoCd(before)) {
      return false;
    }
    GenericKubernetesResource after = apply(resource, name);
    return after != null && !version(after).equals(version(before));
  }

  private Resource<GenericKubernetesResource> resource(
      GenericKubernetesResource object, String name) {
    ResourceDefinitionContext context = kinds.of(object, name);
    if (!context.isNamespaceScoped()) {
      return client.genericKubernetesResources(context).resource(object);
    }
    ObjectMeta metadata = object.getMetadata();
    if (metadata.getNamespace() == null) {
      metadata.setNamespace(defaultNamespace);
    }
    return client
        .genericKubernetesResources(context)
        .inNamespace(metadata.getNamespace())
        .resource(object);
  }

  /** The object as it is now; null where Argo CD has other values in its fields. */
  private GenericKubernetesResource apply(
      Resource<GenericKubernetesResource> resource, String name) {
    try {
      return resource.fieldManager(FIELD_MANAGER).serverSideApply();
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
      return resource.fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
    } catch (KubernetesClientException e) {
      throw refused(name, e);
    }
  }

  private static ApplicationFailure refused(String name, KubernetesClientException e) {
    ApplicationFailure failure = KubernetesFailures.translate(name, e);
    boolean refused = failure.getType().equals(FailureType.CLUSTER_REFUSED.name());
    if (refused || !FieldConflict.of(e).managers().isEmpty()) {
      return FailureType.MANIFEST_REFUSED.failure(failure.getOriginalMessage(), e);
    }
    return failure;
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

  private static boolean isTrackedByArgoCd(GenericKubernetesResource object) {
    return object != null
        && object.getMetadata().getAnnotations() != null
        && object.getMetadata().getAnnotations().containsKey(TRACKING_ID);
  }

  private static String version(GenericKubernetesResource object) {
    return object == null ? "" : object.getMetadata().getResourceVersion();
  }
}
