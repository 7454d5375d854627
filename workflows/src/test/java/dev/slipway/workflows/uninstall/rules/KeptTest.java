package dev.slipway.workflows.uninstall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Tie.Sort;
import org.junit.jupiter.api.Test;

class KeptTest {
  private final InventoryOf inventory = new InventoryOf();

  @Test
  void keepsWhatIsOnlyProbablyOurs() {
    inventory.deployment("keycloak", "keycloak").probable();
    assertThat(inventory.plan().kept())
        .containsExactly(
            "Deployment keycloak/keycloak: it is only probably the installation's: a reason"
                + " (alsoRemove)");
  }

  @Test
  void removesWhatIsProbablyOursAndNamed() {
    inventory.deployment("keycloak", "keycloak").probable();
    Planned planned = inventory.withAlso("Deployment keycloak/keycloak").plan();
    assertThat(planned.kept()).isEmpty();
    assertThat(planned.waves())
        .containsExactly("What is part of no addon | Deployment keycloak/keycloak");
  }

  @Test
  void removesWhatHangsOnSomethingNamed() {
    Thing application = inventory.application("keycloak").probable();
    inventory.deployment("keycloak", "keycloak").probable().trackedBy(application);
    Planned planned = inventory.withAlso("Application argocd/keycloak-a").plan();
    assertThat(planned.drags("Application argocd/keycloak-a"))
        .containsExactly("Deployment keycloak/keycloak");
  }

  @Test
  void doesNotSpeakOfStrangers() {
    inventory.deployment("team-b", "web").foreign();
    Planned planned = inventory.withAlso("Deployment team-b/web").plan();
    assertThat(planned.kept()).isEmpty();
    assertThat(planned.waves()).isEmpty();
    assertThat(planned.blockers())
        .containsExactly("alsoRemove: Deployment team-b/web cannot be named here");
  }

  @Test
  void keepsANamespaceThatWasTakenOver() {
    inventory.namespace("argocd").from(Origin.TAKEN);
    assertThat(inventory.plan().kept())
        .containsExactly("Namespace argocd: it was there before the first install (null)");
  }

  @Test
  void removesAReleaseThatWasTakenOver() {
    inventory.object("helm.sh", "Release", "argocd", "argocd").of("argocd").from(Origin.TAKEN);
    assertThat(inventory.plan().how("Release argocd/argocd"))
        .isEqualTo("its records are dropped, nothing is uninstalled");
  }

  @Test
  void keepsANamespaceThatAStrangerLivesIn() {
    inventory.namespace("keycloak").of("keycloak");
    inventory.core("PersistentVolumeClaim", "keycloak", "theirs").foreign();
    assertThat(inventory.plan().kept())
        .containsExactly(
            "Namespace keycloak: what stays in it: PersistentVolumeClaim keycloak/theirs (null)");
  }

  @Test
  void namesThreeOfMany() {
    inventory.namespace("keycloak").of("keycloak");
    for (String name : new String[] {"a", "b", "c", "d", "e"}) {
      inventory.core("ConfigMap", "keycloak", name).foreign();
    }
    assertThat(inventory.plan().kept())
        .containsExactly(
            "Namespace keycloak: ConfigMap keycloak/a, ConfigMap keycloak/b, ConfigMap keycloak/c"
                + " and 2 more in it stay (null)");
  }

  @Test
  void keepsANamespaceThatHoldsMoreThanIsListed() {
    inventory.namespace("keycloak").of("keycloak").fact("not ours in it", "3");
    assertThat(inventory.plan().kept())
        .containsExactly("Namespace keycloak: something in it is not the installation's (null)");
  }

  @Test
  void keepsWhatKubernetesMakesAgainWithItsNamespace() {
    inventory.namespace("argocd").from(Origin.TAKEN);
    inventory.core("ServiceAccount", "argocd", "default").of("argocd").atRunTime();
    assertThat(inventory.plan().kept())
        .contains(
            "ServiceAccount argocd/default: its namespace stays, and Kubernetes makes it again"
                + " (null)");
  }

  @Test
  void removesADefinitionWithItsCustomResources() {
    Thing definition = inventory.definition("things.acme.io");
    inventory.object("acme.io", "Thing", "", "ours").definedBy(definition).atRunTime();
    assertThat(inventory.withDefinitions().plan().waves())
        .containsExactly(
            "What is part of no addon | Thing ours",
            "CRDs | CustomResourceDefinition things.acme.io");
  }

  @Test
  void keepsADefinitionThatStrangersUse() {
    Thing definition = inventory.definition("things.acme.io");
    inventory.object("acme.io", "Thing", "team-b", "theirs").foreign().definedBy(definition);
    assertThat(inventory.withDefinitions().plan().kept())
        .containsExactly(
            "CustomResourceDefinition things.acme.io: Thing team-b/theirs of it stays (null)");
  }

  @Test
  void keepsADefinitionWithMoreCustomResourcesThanAreListed() {
    inventory.definition("things.acme.io").fact("custom resources", "2");
    assertThat(inventory.withDefinitions().plan().kept())
        .containsExactly(
            "CustomResourceDefinition things.acme.io: it has custom resources that are not ours"
                + " (null)");
  }

  @Test
  void keepsADefinitionThatWasThereBefore() {
    inventory.definition("things.acme.io").from(Origin.TAKEN);
    assertThat(inventory.withDefinitions().plan().kept())
        .containsExactly(
            "CustomResourceDefinition things.acme.io: it was there before the first install"
                + " (null)");
  }

  @Test
  void keepsWhatAStrangersApplicationHasAsWell() {
    Thing theirs = inventory.application("theirs").foreign();
    Thing ours = inventory.application("keycloak");
    inventory
        .core("ConfigMap", "keycloak", "both")
        .of("keycloak")
        .trackedBy(ours)
        .tied(Sort.SHARED_WITH, theirs);
    Planned planned = inventory.plan();
    assertThat(planned.drags("Application argocd/keycloak-a")).isEmpty();
    assertThat(planned.kept())
        .containsExactly(
            "ConfigMap keycloak/both: Application argocd/theirs-a, which stays, has it as well"
                + " (null)");
  }

  @Test
  void refusesADeletionThatTakesAStrangersBalancerAlong() {
    Thing shared = inventory.aws("load balancer", "shared").foreign();
    inventory.ingress("keycloak", "keycloak").standsFor(shared);
    assertThat(inventory.plan().kept())
        .containsExactly(
            "Ingress keycloak/keycloak: it would take along load balancer shared in eu-west-3,"
                + " which is not the installation's (null)");
  }

  @Test
  void keepsExternalSecretsWhileStrangersUseIt() {
    Platform.in(inventory);
    Thing definition = inventory.definition("externalsecrets.external-secrets.io");
    definition.of("external-secrets");
    inventory.externalSecret("team-b", "theirs").foreign().definedBy(definition);
    Planned planned = inventory.plan();
    assertThat(planned.kept())
        .contains(
            "Deployment external-secrets/external-secrets: addon external-secrets stays: it serves"
                + " ExternalSecret team-b/theirs, which stays (null)");
    assertThat(planned.waves())
        .noneMatch(wave -> wave.startsWith("External Secrets |"))
        .contains("Argo CD | Deployment argocd/argocd-server");
  }

  @Test
  void keepsTheControllerOfAClaimThatStays() {
    Thing crossplane = inventory.deployment("crossplane-system", "crossplane").of("crossplane");
    inventory.deployment("argocd", "argocd-server").of("argocd");
    claim("bucket", crossplane).foreign();
    assertThat(inventory.plan().kept())
        .containsExactly(
            "ObjectStorage team-b/bucket: it stands for something in the cloud (liveClaims)",
            "Deployment argocd/argocd-server: addon argocd stays: crossplane, which stays, needs it"
                + " (null)",
            "Deployment crossplane-system/crossplane: addon crossplane stays: it serves"
                + " ObjectStorage team-b/bucket, which stays (null)");
  }

  @Test
  void removesAClaimThatIsNamedWithWhatHangsOnIt() {
    Thing crossplane = inventory.deployment("crossplane-system", "crossplane").of("crossplane");
    Thing claim = claim("bucket", crossplane).foreign();
    claim("bucket-x1", crossplane).foreign().ownedBy(claim);
    Planned planned = inventory.withClaim("ObjectStorage team-b/bucket").plan();
    assertThat(planned.blockers()).isEmpty();
    assertThat(planned.drags("ObjectStorage team-b/bucket"))
        .containsExactly("ObjectStorage team-b/bucket-x1");
    assertThat(planned.waves().get(1)).startsWith("Addons: crossplane");
  }

  @Test
  void plansWhatIsLeavingToBeAwaited() {
    inventory.core("PersistentVolumeClaim", "keycloak", "data").is(Presence.LEAVING);
    Planned planned = inventory.plan();
    assertThat(planned.how("PersistentVolumeClaim keycloak/data"))
        .isEqualTo("awaited: somebody has deleted it already");
    assertThat(planned.warnings())
        .containsExactly(
            "PersistentVolumeClaim keycloak/data: it would stay (it holds data), but somebody has"
                + " deleted it already");
  }

  @Test
  void doesNotPlanWhatIsGone() {
    inventory.deployment("keycloak", "keycloak").is(Presence.GONE);
    assertThat(inventory.plan().waves()).isEmpty();
    assertThat(inventory.plan().kept()).isEmpty();
  }

  @Test
  void keepsTheOwnPasswordsOfKeptDataOnly() {
    inventory.core("PersistentVolumeClaim", "data", "db").of("keycloak");
    inventory.core("Secret", "data", "password").of("keycloak");
    inventory.core("Secret", "data", "other").of("backstage");
    inventory.core("Secret", "data", "sh.helm.release.v1.keycloak.v1").of("keycloak");
    assertThat(inventory.plan().kept())
        .containsExactly(
            "PersistentVolumeClaim data/db: it holds data (volumes)",
            "Secret data/password: PersistentVolumeClaim data/db may need it (volumes)");
  }

  @Test
  void keepsWhatSomethingThatStaysWouldMakeAgain() {
    Thing application = inventory.application("keycloak").probable();
    inventory.deployment("keycloak", "keycloak").trackedBy(application);
    assertThat(inventory.plan().kept())
        .contains(
            "Deployment keycloak/keycloak: Application argocd/keycloak-a, which it belongs to,"
                + " stays (alsoRemove)");
  }

  @Test
  void keepsItsOwnMemory() {
    inventory.core("ConfigMap", "kube-system", "slipway-installation-2");
    inventory.core("ConfigMap", "keycloak", "slipway-installation-2");
    assertThat(inventory.plan().kept())
        .containsExactly(
            "ConfigMap kube-system/slipway-installation-2: it remembers what is left, and goes when"
                + " nothing is (null)");
  }

  private Thing claim(String name, Thing controller) {
    return inventory
        .add(new Subject("acme.io", "ObjectStorage", "team-b", name))
        .awaits("finalizer.apiextensions.crossplane.io", controller);
  }

  @Test
  void removesAnAddonWhereStrangersBroughtTheDefinition() {
    Thing theirs = inventory.definition("things.acme.io").foreign().of("keycloak");
    inventory.object("acme.io", "Thing", "team-b", "a").foreign().definedBy(theirs);
    inventory.deployment("keycloak", "keycloak").of("keycloak");
    assertThat(inventory.plan().kept()).isEmpty();
  }
}
