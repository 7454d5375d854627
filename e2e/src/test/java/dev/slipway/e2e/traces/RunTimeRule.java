package dev.slipway.e2e.traces;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes into being beside an installation, at run time, and no manifest names. */
enum RunTimeRule {
  MEMORY("Slipway's own memory") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.place().matches("kube-system/slipway(-installation.*)?")
          && Set.of("ConfigMap", "Lease").contains(listed.kind());
    }
  },

  HELM_RECORDS("Helm's records of its releases") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.kind().equals("Secret")
          && listed.place().contains("/sh.helm.release.v1.")
          && "helm".equals(listed.labels().get("owner"));
    }
  },

  REPORTS("who leads among controllers, what they report, and where a Service's pods are") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return Set.of("Lease", "Event", "Endpoints").contains(listed.kind());
    }
  },

  API_SERVER("what the API server makes of a CRD and of a Service's address") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.labels().containsKey("kube-aggregator.kubernetes.io/automanaged")
          || listed.kind().equals("IPAddress");
    }
  },

  NAMESPACES("what Kubernetes puts into every namespace") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.place().endsWith("/kube-root-ca.crt")
          || (listed.kind().equals("ServiceAccount") && listed.place().endsWith("/default"));
    }
  },

  CONTROLLERS("the accounts of Kubernetes' own controllers") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.kind().equals("ServiceAccount")
          && listed.place().startsWith("kube-system/")
          && listed.labels().isEmpty()
          && listed.annotations().isEmpty();
    }
  },

  CLAIMS("the claims that a StatefulSet of ours makes from its templates") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.kind().equals("PersistentVolumeClaim")
          && ours.stream().anyMatch(set -> isClaimedBy(set, listed.place()));
    }
  },

  VOLUMES("the volume behind a claim") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.kind().equals("PersistentVolume")
          && listed.object().get("spec", "claimRef") != null;
    }
  },

  KEYCLOAK_CLIENTS("what a Job of Keycloak's leaves") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.kind().equals("Secret") && listed.place().equals("keycloak/keycloak-clients");
    }
  },

  CROSSPLANE_KINDS("the CRDs that Crossplane and its provider make when they start") {
    @Override
    boolean holds(ListedObject listed, List<ListedObject> ours) {
      return listed.kind().equals("CustomResourceDefinition")
          && listed.place().matches(".*\\.(crossplane|upbound)\\.io");
    }
  };

  private final String title;

  RunTimeRule(String title) {
    this.title = title;
  }

  /**
   * Whether it explains the object.
   *
   * @param ours what is known to be the installation's
   */
  abstract boolean holds(ListedObject listed, List<ListedObject> ours);

  @Override
  public String toString() {
    return title;
  }

  private static boolean isClaimedBy(ListedObject set, String claim) {
    GenericKubernetesResource object = set.object();
    List<Map<String, Object>> templates = object.get("spec", "volumeClaimTemplates");
    return set.kind().equals("StatefulSet")
        && templates != null
        && templates.stream()
            .map(template -> ((Map<?, ?>) template.get("metadata")).get("name"))
            .map(name -> set.place().replace("/", "/" + name + "-"))
            .anyMatch(name -> claim.matches(name + "-\\d+"));
  }
}
