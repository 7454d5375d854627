package dev.slipway.workflows.uninstall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.inventory.Finalizer.Service;
import dev.slipway.workflows.inventory.Finalizer.Tier;
import dev.slipway.workflows.inventory.ManifestSeen.State;
import dev.slipway.workflows.inventory.Subject;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final String DENIED = "ACCESS_DENIED: not allowed, request 4711";
  private final InventoryOf inventory = new InventoryOf();

  @Test
  void doesNotPlanWhatItCannotSee() {
    inventory.unread(new Subject("", "Secret", "", ""), DENIED);
    assertThat(inventory.plan().blockers())
        .containsExactly(
            "Secret: it cannot be planned what nobody could look at: ACCESS_DENIED: not allowed,"
                + " request 4711");
    assertThat(inventory.plan().plan().unread()).isEqualTo(1);
  }

  @Test
  void onlyWarnsOfTheCloudThatIsLeftToOthers() {
    for (String kind :
        new String[] {"load balancer", "target group", "security group", "volume", "record"}) {
      inventory.unread(Subject.aws(kind, "eu-west-3", ""), DENIED);
    }
    Planned planned = inventory.withSecrets(7).withVolumes().plan();
    assertThat(planned.blockers()).isEmpty();
    assertThat(planned.warnings())
        .hasSize(5)
        .contains("record in eu-west-3: nobody could look (ACCESS_DENIED): it may stay behind");
  }

  @Test
  void blocksOnSecretsOnlyWhereTheyGo() {
    inventory.unread(Subject.aws("secret", "eu-west-3", ""), "it broke");
    assertThat(inventory.plan().blockers()).isEmpty();
    assertThat(inventory.plan().warnings())
        .containsExactly(
            "secret in eu-west-3: nobody could look (see the inventory): it may stay behind");
    assertThat(inventory.withSecrets(7).plan().blockers()).hasSize(1);
  }

  @Test
  void doesNotTrustADamagedManifest() {
    assertThat(inventory.manifest(State.UNREADABLE).plan().blockers())
        .containsExactly("manifest: it cannot be trusted: it was cut");
  }

  @Test
  void warnsWithoutAManifest() {
    Planned planned = inventory.manifest(State.ABSENT).plan();
    assertThat(planned.blockers()).isEmpty();
    assertThat(planned.warnings())
        .containsExactly(
            "manifest: there is none, so all is only probably the installation's and stays unless"
                + " it is named in alsoRemove");
  }

  @Test
  void warnsOfAnInstallThatDidNotEnd() {
    assertThat(inventory.manifest(State.INSTALLING).plan().warnings())
        .containsExactly("manifest: the install that wrote it last did not come to its end");
  }

  @Test
  void refusesALiveClaimThatNobodyNamed() {
    inventory
        .object("acme.io", "Storage", "team-b", "bucket")
        .foreign()
        .awaits("finalizer.apiextensions.crossplane.io", Tier.CLOUD, Service.RUNNING, "x");
    assertThat(inventory.plan().blockers())
        .containsExactly(
            "Storage team-b/bucket: it stands for something in the cloud: name it in liveClaims to"
                + " delete both, or delete it yourself");
  }

  @Test
  void knowsAClaimByItsDefinition() {
    Thing composite =
        inventory.object(
            "apiextensions.crossplane.io", "CompositeResourceDefinition", "", "storages");
    Thing definition = inventory.definition("storages.acme.io").ownedBy(composite);
    inventory.object("acme.io", "Storage", "team-b", "bucket").foreign().definedBy(definition);
    assertThat(inventory.plan().blockers()).hasSize(1);
  }

  @Test
  void refusesNamesThatNameNothing() {
    inventory.deployment("keycloak", "keycloak").probable();
    inventory.withAlso("Deployment keycloak/keycloack").withClaim("Storage a/b");
    assertThat(inventory.plan().blockers())
        .containsExactly(
            "alsoRemove: Deployment keycloak/keycloack is not in the inventory; did you mean"
                + " Deployment keycloak/keycloak?",
            "liveClaims: Storage a/b is not in the inventory");
  }

  @Test
  void refusesAsAClaimWhatIsNone() {
    inventory.deployment("team-b", "web").foreign();
    Planned planned = inventory.withClaim("Deployment team-b/web").plan();
    assertThat(planned.waves()).isEmpty();
    assertThat(planned.blockers())
        .containsExactly("liveClaims: Deployment team-b/web cannot be named here");
  }

  @Test
  void warnsOfFinalizersThatNobodyIsKnownToServe() {
    inventory
        .core("ConfigMap", "a", "b")
        .awaits("acme.io/x", Tier.UNKNOWN, Service.UNKNOWN, "")
        .awaits("acme.io/y", Tier.CLUSTER, Service.UNKNOWN, "Deployment a/y")
        .awaits("acme.io/z", Tier.CLOUD, Service.RUNNING, "Deployment a/z");
    assertThat(inventory.plan().warnings())
        .containsExactly(
            "ConfigMap a/b: finalizer acme.io/x (nobody knows what it protects): nobody is known to"
                + " serve it",
            "ConfigMap a/b: finalizer acme.io/y (concerns only the cluster): it is not known whether"
                + " Deployment a/y runs");
  }
}
