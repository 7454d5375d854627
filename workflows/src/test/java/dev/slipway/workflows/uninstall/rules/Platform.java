package dev.slipway.workflows.uninstall.rules;

/** A small platform: two bootstrap addons, four by Argo CD, one balancer, one volume. */
final class Platform {
  private Platform() {}

  static void in(InventoryOf it) {
    generators(it);
    argoCd(it);
    externalSecrets(it);
    entrances(it);
    keycloak(it);
    it.application("backstage");
    it.aws("secret", "cnoe/config");
  }

  private static void generators(InventoryOf it) {
    Thing root = it.applicationSet("addons-appset");
    Thing appset = it.application("addons-appset").ownedBy(root);
    it.applicationSet("keycloak").trackedBy(appset);
  }

  private static void argoCd(InventoryOf it) {
    it.namespace("argocd").of("argocd");
    it.object("argoproj.io", "AppProject", "argocd", "cnoe");
    Thing application = it.application("argocd");
    Thing cluster =
        it.externalSecret("argocd", "hub-cluster-secret").of("argocd").trackedBy(application);
    it.core("Secret", "argocd", "hub-cluster").of("argocd").atRunTime().ownedBy(cluster);
    it.deployment("argocd", "argocd-server").of("argocd").trackedBy(application);
  }

  private static void externalSecrets(InventoryOf it) {
    Thing application = it.application("external-secrets");
    Thing definition =
        it.definition("clustersecretstores.external-secrets.io").of("external-secrets");
    it.object("external-secrets.io", "ClusterSecretStore", "", "aws")
        .of("external-secrets")
        .definedBy(definition)
        .trackedBy(application);
    it.object("helm.sh", "Release", "external-secrets", "external-secrets").of("external-secrets");
    it.deployment("external-secrets", "external-secrets").of("external-secrets");
  }

  private static void entrances(InventoryOf it) {
    Thing balancers = it.application("aws-load-balancer-controller");
    Thing controller =
        it.deployment("kube-system", "alb").of("aws-load-balancer-controller").trackedBy(balancers);
    Thing balancer = it.aws("load balancer", "cnoe");
    it.aws("target group", "k8s-a").ownedBy(balancer);
    Thing service =
        it.core("Service", "ingress-nginx", "controller")
            .of("ingress-nginx")
            .trackedBy(it.application("ingress-nginx"))
            .standsFor(balancer)
            .awaits("service.k8s.aws/resources", controller);
    it.aws("record", "a.example.org").standsFor(service);
  }

  private static void keycloak(InventoryOf it) {
    Thing application = it.application("keycloak");
    it.namespace("keycloak").of("keycloak");
    it.ingress("keycloak", "keycloak").of("keycloak").trackedBy(application);
    it.object("apps", "StatefulSet", "keycloak", "keycloak").of("keycloak").trackedBy(application);
    Thing external =
        it.externalSecret("keycloak", "keycloak-config").of("keycloak").trackedBy(application);
    it.core("Secret", "keycloak", "keycloak-config").of("keycloak").atRunTime().ownedBy(external);
    it.core("ConfigMap", "keycloak", "kube-root-ca.crt").of("keycloak").atRunTime();
    Thing disk = it.aws("volume", "vol-1");
    Thing volume = it.core("PersistentVolume", "", "pvc-1").standsFor(disk);
    it.core("PersistentVolumeClaim", "keycloak", "data").of("keycloak").standsFor(volume);
  }
}
