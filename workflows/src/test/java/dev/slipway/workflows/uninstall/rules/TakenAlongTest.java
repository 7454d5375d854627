package dev.slipway.workflows.uninstall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.inventory.Finalizer.Service;
import dev.slipway.workflows.inventory.Finalizer.Tier;
import dev.slipway.workflows.inventory.Tie.Sort;
import org.junit.jupiter.api.Test;

class TakenAlongTest {
  private static final String APPLICATION = "Application argocd/keycloak-a";
  private final InventoryOf inventory = new InventoryOf();
  private final Thing application = inventory.application("keycloak");

  @Test
  void followsOwnersAllTheWay() {
    Thing first = inventory.deployment("keycloak", "keycloak").trackedBy(application);
    Thing second = inventory.core("ReplicationController", "keycloak", "b").ownedBy(first);
    inventory.core("Pod", "keycloak", "c").ownedBy(second);
    assertThat(inventory.plan().drags(APPLICATION))
        .containsExactly(
            "Pod keycloak/c", "ReplicationController keycloak/b", "Deployment keycloak/keycloak");
  }

  @Test
  void putsTheFinalizerOnAnApplicationWithout() {
    assertThat(inventory.plan().how(APPLICATION))
        .isEqualTo("through Argo CD's finalizer, which is put on first");
  }

  @Test
  void usesTheFinalizerThatIsThere() {
    String name = "resources-finalizer.argocd.argoproj.io/background";
    application.awaits(name, Tier.CLUSTER, Service.RUNNING, "somebody");
    assertThat(inventory.plan().how(APPLICATION)).isEqualTo("through Argo CD's finalizer");
  }

  @Test
  void leavesArgoCdsOwnPartsWhereTheyAre() {
    Thing own = inventory.application("argocd");
    inventory.deployment("argocd", "argocd-server").of("argocd").trackedBy(own);
    Planned planned = inventory.plan();
    assertThat(planned.how("Application argocd/argocd-a"))
        .isEqualTo("without cascade: what it deployed stays behind");
    assertThat(planned.drags("Application argocd/argocd-a")).isEmpty();
    assertThat(planned.how("Deployment argocd/argocd-server")).isEqualTo("by itself");
  }

  @Test
  void doesNotTakeDefinitionsAlong() {
    inventory.definition("things.acme.io").trackedBy(application);
    assertThat(inventory.withDefinitions().plan().drags(APPLICATION)).isEmpty();
    assertThat(inventory.plan().how("CustomResourceDefinition things.acme.io"))
        .isEqualTo("by itself");
  }

  @Test
  void deletesByItselfWhatArgoCdMayNotDelete() {
    inventory
        .core("ConfigMap", "keycloak", "a")
        .trackedBy(application)
        .fact("sync-options", "Prune=false,Delete=false");
    assertThat(inventory.plan().drags(APPLICATION)).isEmpty();
    assertThat(inventory.plan().how("ConfigMap keycloak/a")).isEqualTo("by itself");
  }

  @Test
  void deletesByItselfWhatTwoApplicationsShare() {
    Thing other = inventory.application("backstage");
    inventory
        .core("ConfigMap", "keycloak", "a")
        .of("keycloak")
        .trackedBy(application)
        .tied(Sort.SHARED_WITH, other);
    Planned planned = inventory.plan();
    assertThat(planned.drags(APPLICATION)).isEmpty();
    assertThat(planned.waves().get(1))
        .isEqualTo("Addons: keycloak | ConfigMap keycloak/a, " + APPLICATION);
  }

  @Test
  void sparesKeptDataFromTheCascade() {
    Thing set = inventory.object("apps", "StatefulSet", "keycloak", "db").trackedBy(application);
    inventory.core("PersistentVolumeClaim", "keycloak", "data").ownedBy(set);
    Planned planned = inventory.plan();
    assertThat(planned.how(APPLICATION))
        .isEqualTo(
            "through Argo CD's finalizer, which is put on first; spared by Delete=false first:"
                + " StatefulSet keycloak/db");
    assertThat(planned.how("StatefulSet keycloak/db")).isEqualTo("what it owns stays behind");
    assertThat(planned.drags("StatefulSet keycloak/db")).isEmpty();
  }

  @Test
  void sparesAPartThatAnotherAddonStillNeeds() {
    Thing backstage = inventory.application("backstage");
    inventory.deployment("keycloak", "keycloak").of("keycloak").trackedBy(backstage);
    Planned planned = inventory.plan();
    assertThat(planned.drags("Application argocd/backstage-a")).isEmpty();
    assertThat(planned.waves().get(1))
        .isEqualTo("Addons: keycloak | " + "Deployment keycloak/keycloak, " + APPLICATION);
  }

  @Test
  void leavesAStrangersObjectWithItsOwner() {
    Thing ours = inventory.deployment("keycloak", "keycloak").of("keycloak");
    inventory.core("Secret", "keycloak", "theirs").foreign().ownedBy(ours);
    assertThat(inventory.plan().how("Deployment keycloak/keycloak"))
        .isEqualTo("what it owns stays behind");
  }

  @Test
  void orphansWhatAnApplicationSetMade() {
    Thing set = inventory.applicationSet("backstage");
    inventory.application("backstage").ownedBy(set);
    Planned planned = inventory.plan();
    assertThat(planned.how("ApplicationSet argocd/backstage"))
        .isEqualTo("what it owns stays behind");
    assertThat(planned.drags("ApplicationSet argocd/backstage")).isEmpty();
  }

  @Test
  void takesAlongWhatCameIntoANamespaceAtRunTime() {
    inventory.namespace("keycloak").of("keycloak");
    inventory.core("ConfigMap", "keycloak", "leader").of("keycloak").atRunTime();
    inventory.deployment("keycloak", "made-later").of("keycloak").atRunTime();
    Planned planned = inventory.plan();
    assertThat(planned.drags("Namespace keycloak")).containsExactly("ConfigMap keycloak/leader");
    assertThat(planned.waves().get(0))
        .isEqualTo("Addons: keycloak | Deployment keycloak/made-later, " + APPLICATION);
  }

  @Test
  void leavesARetainedVolumeInTheCloud() {
    Thing disk = inventory.aws("volume", "vol-1");
    Thing volume =
        inventory
            .core("PersistentVolume", "", "pv")
            .standsFor(disk)
            .fact("reclaimPolicy", "Retain");
    inventory.core("PersistentVolumeClaim", "keycloak", "data").standsFor(volume);
    Planned planned = inventory.withVolumes().plan();
    assertThat(planned.drags("PersistentVolumeClaim keycloak/data")).isEmpty();
    assertThat(planned.drags("PersistentVolume pv")).isEmpty();
    assertThat(planned.kept())
        .containsExactly(
            "volume vol-1 in eu-west-3: PersistentVolume pv is retained, so nobody deletes what it"
                + " stands for (null)");
  }

  @Test
  void leavesABalancerThatNobodyCleansUp() {
    Thing balancer = inventory.aws("load balancer", "lb");
    inventory
        .core("Service", "ingress-nginx", "web")
        .standsFor(balancer)
        .awaits("service.k8s.aws/resources", Tier.CLOUD, Service.NOT_RUNNING, "alb");
    Planned planned = inventory.plan();
    assertThat(planned.kept())
        .containsExactly(
            "load balancer lb in eu-west-3: nobody serves finalizer service.k8s.aws/resources of"
                + " Service ingress-nginx/web (null)");
    assertThat(planned.warnings())
        .containsExactly(
            "Service ingress-nginx/web: finalizer service.k8s.aws/resources (protects something in"
                + " the cloud): alb does not run",
            "load balancer lb in eu-west-3: it stays behind: nobody serves finalizer"
                + " service.k8s.aws/resources of Service ingress-nginx/web");
  }

  @Test
  void leavesARecordThatNothingIsKnownToCleanUp() {
    inventory.aws("record", "a.example.org");
    assertThat(inventory.plan().kept())
        .containsExactly(
            "record a.example.org in eu-west-3: nothing in the cluster is known to clean it up"
                + " (null)");
  }

  @Test
  void doesNotTrustWhatNobodyWaitsFor() {
    Thing balancer = inventory.aws("load balancer", "lb");
    inventory.ingress("keycloak", "web").standsFor(balancer);
    Planned planned = inventory.plan();
    assertThat(planned.drags("Ingress keycloak/web"))
        .containsExactly("load balancer lb in eu-west-3");
    assertThat(planned.warnings())
        .containsExactly(
            "load balancer lb in eu-west-3: nothing waits until it is gone: look again afterwards");
  }

  @Test
  void takesWhatTwoOwnTogetherAlongWithTheLastOfThem() {
    Thing first = inventory.core("Service", "keycloak", "a").of("keycloak");
    Thing second = inventory.core("Service", "keycloak", "b").of("keycloak");
    inventory.core("Secret", "keycloak", "c").atRunTime().ownedBy(first).ownedBy(second);
    Planned planned = inventory.plan();
    assertThat(planned.drags("Service keycloak/a")).isEmpty();
    assertThat(planned.drags("Service keycloak/b")).containsExactly("Secret keycloak/c");
  }

  @Test
  void deletesWhatWaitsForAControllerWhileThatLives() {
    Thing issuers = inventory.application("cert-manager");
    Thing controller = inventory.deployment("cert-manager", "cm").of("cert-manager");
    inventory
        .object("cert-manager.io", "ClusterIssuer", "", "acme")
        .of("cert-manager")
        .trackedBy(issuers)
        .awaits("finalizer.acme.cert-manager.io", controller);
    assertThat(inventory.plan().waves())
        .containsExactly(
            "What waits for the controller of an addon | ClusterIssuer acme",
            "Addons: cert-manager, keycloak | Deployment cert-manager/cm,"
                + " Application argocd/cert-manager-a, "
                + APPLICATION);
  }

  @Test
  void takesACertificateAlongWithItsIngress() {
    Thing web = inventory.ingress("keycloak", "web").of("keycloak");
    inventory
        .object("cert-manager.io", "Certificate", "keycloak", "tls")
        .of("keycloak")
        .ownedBy(web);
    assertThat(inventory.plan().drags("Ingress keycloak/web"))
        .containsExactly("Certificate keycloak/tls");
  }

  @Test
  void leavesTheSecretsOfArgoCdWhereTheyAre() {
    Thing reader = inventory.externalSecret("argocd", "github-app-org");
    inventory.core("Secret", "argocd", "github-app-org").atRunTime().ownedBy(reader);
    assertThat(inventory.plan().drags("ExternalSecret argocd/github-app-org")).isEmpty();
  }

  @Test
  void deletesNothingOfControllersInTheCloudItself() {
    Thing namespace = inventory.namespace("keycloak").of("keycloak");
    inventory.aws("record", "a.example.org").standsFor(namespace);
    assertThat(inventory.plan().drags("Namespace keycloak"))
        .containsExactly("record a.example.org in eu-west-3");
  }
}
