package dev.slipway.e2e.removal;

import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Removes the platform in the order in which the reference implementation's script does. */
record ReferenceRemoval(Cluster cluster) {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String API = "argoproj.io/v1alpha1";
  private static final List<String> ADDONS =
      List.of(
          "crossplane-compositions",
          "crossplane-upbound-providers",
          "crossplane",
          "argo-workflows",
          "backstage",
          "keycloak",
          "cert-manager",
          "external-dns",
          "external-secrets",
          "ingress-nginx",
          "aws-load-balancer-controller");

  void run() {
    List.of("addons-appset", "addons-appset-pr").forEach(this::orphan);
    ADDONS.forEach(this::remove);
    delete("argocd", DeletionPropagation.BACKGROUND);
    if (!isGoneSoon("argocd")) {
      applicationsOf("argocd").forEach(this::strip);
    }
    cluster
        .client()
        .persistentVolumeClaims()
        .inNamespace("keycloak")
        .withName("data-keycloak-postgresql-0")
        .delete();
  }

  private void orphan(String applicationSet) {
    delete(applicationSet, DeletionPropagation.ORPHAN);
    cluster.applications().stream()
        .filter(it -> it.getMetadata().getName().equals(applicationSet + "-" + cluster.name()))
        .forEach(
            it -> {
              strip(it);
              cluster.client().resource(it).delete();
            });
  }

  private void remove(String addon) {
    delete(addon, DeletionPropagation.BACKGROUND);
    Await.until(addon + " is gone", LIMIT, () -> applicationsOf(addon).isEmpty());
  }

  private void delete(String applicationSet, DeletionPropagation how) {
    cluster
        .client()
        .genericKubernetesResources(API, "ApplicationSet")
        .inNamespace("argocd")
        .withName(applicationSet)
        .withPropagationPolicy(how)
        .delete();
  }

  private boolean isGoneSoon(String addon) {
    try {
      Await.until("gone", Duration.ofMinutes(2), () -> applicationsOf(addon).isEmpty());
      return true;
    } catch (AssertionError | RuntimeException e) {
      return false;
    }
  }

  private List<GenericKubernetesResource> applicationsOf(String addon) {
    return cluster.applications().stream()
        .filter(it -> it.getMetadata().getLabels() != null)
        .filter(it -> addon.equals(it.getMetadata().getLabels().get("addonName")))
        .toList();
  }

  private void strip(GenericKubernetesResource application) {
    cluster
        .client()
        .resource(application)
        .edit(
            fresh -> {
              fresh.getMetadata().setFinalizers(new ArrayList<>());
              return fresh;
            });
  }
}
