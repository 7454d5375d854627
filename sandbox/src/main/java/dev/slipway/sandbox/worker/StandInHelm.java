package dev.slipway.sandbox.worker;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Leaves in a cluster what Helm would leave: a namespace, marked objects, and a record. */
record StandInHelm(KubernetesClient client) {

  void install(HelmRecord release) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(release.namespace())
                .endMetadata()
                .build())
        .serverSideApply();
    for (HasMetadata object : client.load(stream(release.manifest())).items()) {
      mark(object.getMetadata(), release);
      client.resource(object).serverSideApply();
    }
    client.resource(release.secret()).serverSideApply();
  }

  private static void mark(ObjectMeta meta, HelmRecord release) {
    Map<String, String> labels = new HashMap<>(nothingForNull(meta.getLabels()));
    labels.put("app.kubernetes.io/managed-by", "Helm");
    meta.setLabels(labels);
    Map<String, String> annotations = new HashMap<>(nothingForNull(meta.getAnnotations()));
    annotations.put("meta.helm.sh/release-name", release.release());
    annotations.put("meta.helm.sh/release-namespace", release.namespace());
    meta.setAnnotations(annotations);
  }

  private static Map<String, String> nothingForNull(Map<String, String> entries) {
    return entries == null ? Map.of() : entries;
  }

  private static InputStream stream(String manifest) {
    return new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8));
  }
}
