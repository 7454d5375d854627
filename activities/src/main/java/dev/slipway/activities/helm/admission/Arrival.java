package dev.slipway.activities.helm.admission;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.Optional;

/**
 * An object of a release, and what is at its place now.
 *
 * @param kind as the API server serves it
 * @param present metadata of what is there; empty where nothing is
 */
record Arrival(ReleaseObject arriving, Kind kind, Optional<KubernetesObject> present) {

  KubernetesObject object() {
    return arriving.object();
  }

  /** As {@code kubectl} takes it, such as {@code deployments.apps/argocd-server}. */
  String reference() {
    String group = object().group();
    return kind.plural() + (group.isEmpty() ? "" : "." + group) + "/" + object().name();
  }
}
