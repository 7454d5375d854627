package dev.slipway.activities.helm.admission;

import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.Map;
import java.util.Optional;

/** By which Helm tells whose an object is: pure. */
public record ReleaseMark(String release, String namespace) {
  private static final String RELEASE = "meta.helm.sh/release-name";
  private static final String NAMESPACE = "meta.helm.sh/release-namespace";
  private static final String MANAGER = "app.kubernetes.io/managed-by";

  /** Empty where Helm has not marked it, or not wholly. */
  public static Optional<ReleaseMark> of(KubernetesObject object) {
    Map<String, String> annotations = object.annotations();
    return "Helm".equals(object.labels().get(MANAGER))
            && annotations.containsKey(RELEASE)
            && annotations.containsKey(NAMESPACE)
        ? Optional.of(new ReleaseMark(annotations.get(RELEASE), annotations.get(NAMESPACE)))
        : Optional.empty();
  }

  /** Of the release that a Secret of Helm's is a record of; empty for any other object. */
  public static Optional<ReleaseMark> ofRecord(KubernetesObject object) {
    boolean isRecord =
        "helm".equals(object.labels().get("owner"))
            && object.name().startsWith("sh.helm.release.v1.");
    return isRecord
        ? Optional.of(new ReleaseMark(object.labels().get("name"), object.namespace()))
        : Optional.empty();
  }

  /** What marks these objects, all of one namespace, as this release's. */
  String handOver(String references, String inNamespace) {
    String where = inNamespace.isEmpty() ? "" : " -n " + inNamespace;
    return "kubectl annotate%1$s --overwrite %2$s %3$s=%4$s %5$s=%6$s && kubectl label%1$s --overwrite %2$s %7$s=Helm"
        .formatted(where, references, RELEASE, release, NAMESPACE, namespace, MANAGER);
  }

  @Override
  public String toString() {
    return "release " + release + " in " + namespace;
  }
}
