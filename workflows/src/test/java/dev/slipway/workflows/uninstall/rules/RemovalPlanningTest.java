package dev.slipway.workflows.uninstall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemovalPlanningTest {
  private final InventoryOf inventory = new InventoryOf();

  @Test
  void removesAPlatformInTheWrittenOrder() {
    Platform.in(inventory);
    inventory.withVolumes().withSecrets(7).withDefinitions().withLocalCluster("localdev");
    assertThat(inventory.plan().waves())
        .containsExactly(
            "Local cluster | Kind cluster localdev",
            "ApplicationSets, without what they made | ApplicationSet argocd/addons-appset",
            "ApplicationSets, without what they made | Application argocd/addons-appset-a",
            "ApplicationSets, without what they made | ApplicationSet argocd/keycloak",
            "ExternalSecrets of Argo CD, without their Secrets"
                + " | ExternalSecret argocd/hub-cluster-secret",
            "Ingresses and balanced Services"
                + " | Service ingress-nginx/controller, Ingress keycloak/keycloak",
            "Addons: backstage | Application argocd/backstage-a",
            "Addons: ingress-nginx | Application argocd/ingress-nginx-a",
            "Addons: aws-load-balancer-controller, keycloak"
                + " | Application argocd/aws-load-balancer-controller-a,"
                + " Application argocd/keycloak-a",
            "Volumes | PersistentVolumeClaim keycloak/data",
            "ExternalSecrets and stores | ClusterSecretStore aws",
            "External Secrets | Application argocd/external-secrets-a",
            "External Secrets | Release external-secrets/external-secrets",
            "External Secrets | Deployment external-secrets/external-secrets",
            "Argo CD | AppProject argocd/cnoe, Application argocd/argocd-a",
            "Argo CD | Secret argocd/hub-cluster",
            "Argo CD | Deployment argocd/argocd-server",
            "Namespaces | Namespace argocd, Namespace keycloak",
            "Secrets in AWS | secret cnoe/config in eu-west-3",
            "CRDs | CustomResourceDefinition clustersecretstores.external-secrets.io");
  }

  @Test
  void saysWhatEachDeletionTakesAlong() {
    Platform.in(inventory);
    Planned planned = inventory.withVolumes().plan();
    assertThat(planned.drags("Application argocd/keycloak-a"))
        .containsExactly(
            "Secret keycloak/keycloak-config",
            "StatefulSet keycloak/keycloak",
            "ExternalSecret keycloak/keycloak-config");
    assertThat(planned.drags("Service ingress-nginx/controller"))
        .containsExactly(
            "load balancer cnoe in eu-west-3",
            "record a.example.org in eu-west-3",
            "target group k8s-a in eu-west-3");
    assertThat(planned.drags("PersistentVolumeClaim keycloak/data"))
        .containsExactly("PersistentVolume pvc-1", "volume vol-1 in eu-west-3");
    assertThat(planned.drags("Namespace keycloak"))
        .containsExactly("ConfigMap keycloak/kube-root-ca.crt");
    assertThat(planned.drags("ExternalSecret argocd/hub-cluster-secret")).isEmpty();
  }

  @Test
  void keepsWhatWasNotAskedFor() {
    Platform.in(inventory);
    assertThat(inventory.plan().kept())
        .contains(
            "PersistentVolumeClaim keycloak/data: it holds data (volumes)",
            "PersistentVolume pvc-1: it holds data (volumes)",
            "volume vol-1 in eu-west-3: it holds data (volumes)",
            "Secret keycloak/keycloak-config: PersistentVolumeClaim keycloak/data may need it"
                + " (volumes)",
            "secret cnoe/config in eu-west-3: the next install can use it again (secrets)",
            "CustomResourceDefinition clustersecretstores.external-secrets.io: the next install can"
                + " use it again (crds)");
  }

  @Test
  void removesWhatReadsAStoreBeforeTheStore() {
    Thing definition = inventory.definition("all").of("external-secrets");
    inventory.externalSecret("a", "reader").definedBy(definition);
    inventory.object("external-secrets.io", "SecretStore", "a", "store").definedBy(definition);
    assertThat(inventory.plan().waves())
        .containsExactly(
            "ExternalSecrets and stores | ExternalSecret a/reader",
            "ExternalSecrets and stores | SecretStore a/store");
  }
}
