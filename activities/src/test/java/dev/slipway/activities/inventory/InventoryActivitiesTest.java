package dev.slipway.activities.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.inventory.cloud.CloudQuestion;
import dev.slipway.workflows.inventory.Belonging;
import dev.slipway.workflows.inventory.Belonging.Ownership;
import dev.slipway.workflows.inventory.Finalizer;
import dev.slipway.workflows.inventory.Holding;
import dev.slipway.workflows.inventory.Holding.Presence;
import dev.slipway.workflows.inventory.ManifestSeen.State;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Tie;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.plan.Fact;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InventoryActivitiesTest {
  private static final String KEYCLOAK =
      "{apiVersion: v1, kind: Namespace, metadata: {name: keycloak}}";
  private static final String SETTINGS =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: default}}";
  private static final String APPLICATION =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: keycloak-a, namespace: argocd, labels: {addonName: keycloak}}
      """;

  private final InventoriedCluster world = new InventoriedCluster();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void callsOursWhatTheManifestSaysThatTheInstallMade() {
    world.begin().made(SETTINGS).finish();

    assertThat(world.belonging("ConfigMap default/settings"))
        .isEqualTo(
            new Belonging(Ownership.OURS, "made in BOOTSTRAP_CLUSTER", Origin.MADE, "keycloak"));
    assertThat(world.inventory().manifest().state()).isEqualTo(State.INSTALLED);
    assertThat(world.inventory().manifest().approver()).isEqualTo("ada");
  }

  @Test
  void leavesOutWhatHasNothingToDoWithIt() {
    world.begin().made(SETTINGS).put(named("ConfigMap", "of-a-team", "default")).finish();

    assertThat(world.holding("ConfigMap default/of-a-team")).isEmpty();
  }

  @Test
  void callsNobodysWhatWasMadeAnew() {
    world.begin().made(SETTINGS).finish();
    world.cluster.client().configMaps().inNamespace("default").withName("settings").delete();
    world.put(SETTINGS);

    assertThat(world.holding("ConfigMap default/settings")).isEmpty();
  }

  @Test
  void saysThatSomethingIsGone() {
    world.begin().made(SETTINGS).finish();
    world.cluster.client().configMaps().inNamespace("default").withName("settings").delete();

    Holding gone = world.holding("ConfigMap default/settings").orElseThrow();
    assertThat(gone.presence()).isEqualTo(Presence.GONE);
    assertThat(gone.id()).isEmpty();
  }

  @Test
  void leavesToOthersWhatWasThereBefore() {
    world.put(KEYCLOAK).begin().made(KEYCLOAK).finish();

    assertThat(world.holding("Namespace keycloak")).isEmpty();
  }

  @Test
  void callsOursWhatAnApplicationOfOursTracks() {
    world.begin().made(APPLICATION).put(tracked("settings", "settings")).finish();

    Holding settings = world.holding("ConfigMap default/settings").orElseThrow();
    assertThat(settings.belonging().ownership()).isEqualTo(Ownership.OURS);
    assertThat(settings.belonging().reason()).isEqualTo("tracked by Application argocd/keycloak-a");
    assertThat(settings.belonging().addon()).isEqualTo("keycloak");
    assertThat(settings.tiedTo(Tie.Sort.TRACKED_BY)).hasToString("[Application argocd/keycloak-a]");
  }

  @Test
  void doesNotFallForACopiedMark() {
    world.begin().made(APPLICATION).put(tracked("copy", "settings")).finish();

    assertThat(world.holding("ConfigMap default/copy")).isEmpty();
  }

  @Test
  void tiesACopyToNoApplication() {
    world
        .begin()
        .made(KEYCLOAK)
        .made(APPLICATION)
        .put(tracked("copy", "settings").replace("namespace: default", "namespace: keycloak"))
        .finish();

    assertThat(world.holding("ConfigMap keycloak/copy").orElseThrow().ties()).isEmpty();
  }

  @Test
  void callsTheApplicationsOfOthersTheirs() {
    world
        .begin()
        .made(APPLICATION)
        .put(APPLICATION.replace("keycloak-a", "of-a-team"))
        .put(tracked("settings", "settings").replace("keycloak-a:", "of-a-team:"))
        .finish();

    assertThat(world.inventory().holdings())
        .filteredOn(holding -> !holding.belonging().is(Ownership.NOT_OURS))
        .extracting(Holding::subject)
        .hasToString("[Application argocd/keycloak-a]");
  }

  @Test
  void listsWhatStrangersHaveInANamespaceOfOurs() {
    world.begin().made(KEYCLOAK).put(named("ConfigMap", "of-a-team", "keycloak")).finish();

    assertThat(world.belonging("ConfigMap keycloak/of-a-team").ownership())
        .isEqualTo(Ownership.NOT_OURS);
    assertThat(world.holding("Namespace keycloak").orElseThrow().facts())
        .containsExactly(new Fact("not ours in it", "1"));
  }

  @Test
  void callsOursWhatHangsOnWhatIsOurs() {
    world.begin().made(SETTINGS).finish();
    String uid = world.holding("ConfigMap default/settings").orElseThrow().id();
    world.put(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: derived
          namespace: default
          ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: settings, uid: "%s"}]
        """
            .formatted(uid));

    assertThat(world.belonging("Secret default/derived").reason())
        .isEqualTo("belongs to ConfigMap default/settings");
  }

  @Test
  void callsTheClaimsOfAStatefulSetOursAndNoOthers() {
    world
        .begin()
        .made(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: postgresql, namespace: default}
            spec: {volumeClaimTemplates: [{metadata: {name: data}}]}
            """)
        .put(named("PersistentVolumeClaim", "data-postgresql-0", "default"))
        .put(named("PersistentVolumeClaim", "data-postgresql-backup", "default"))
        .finish();

    assertThat(world.belonging("PersistentVolumeClaim default/data-postgresql-0").reason())
        .isEqualTo("claimed by StatefulSet default/postgresql");
    assertThat(world.holding("PersistentVolumeClaim default/data-postgresql-backup")).isEmpty();
  }

  @Test
  void saysWhatItMayNotSeeAndShowsTheRest() {
    world.begin().made(SETTINGS).made(KEYCLOAK).finish();
    world.cluster.server().deny("list", "", "namespaces");

    assertThat(world.inventory().unread())
        .filteredOn(unread -> !unread.subject().isInAws())
        .extracting(Unread::toString)
        .singleElement()
        .asString()
        .startsWith("Namespace: ACCESS_DENIED");
    assertThat(world.holding("ConfigMap default/settings")).isPresent();
    assertThat(world.holding("Namespace keycloak")).isEmpty();
  }

  @Test
  void showsWhatCouldNotBeSeenInAws() {
    assertThat(world.inventory().unread())
        .extracting(Unread::toString)
        .containsExactly("secret in eu-west-3: AWS is away");
  }

  @Test
  void asksTheAccountForWhatTheClusterTellsOfIt() {
    world
        .begin()
        .put(
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: hub-cluster
              namespace: argocd
              annotations: {route53_hosted_zone_id: Z1}
            """)
        .put(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: external-dns
              namespace: default
            spec:
              template:
                metadata: {labels: {app.kubernetes.io/name: external-dns}}
                spec: {containers: [{args: [--txt-owner-id=cnoe-a]}]}
            """)
        .made(
            """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv}
            spec: {csi: {volumeHandle: vol-1}}
            """)
        .inventory();

    assertThat(world.asked)
        .isEqualTo(new CloudQuestion(List.of(), "Z1", "cnoe-a", List.of("vol-1")));
  }

  @Test
  void doesWithoutAManifestAndCallsNothingSure() {
    world
        .put(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata:
              name: addons-appset
              namespace: argocd
              labels: {app.kubernetes.io/managed-by: Helm}
              annotations:
                meta.helm.sh/release-name: addons-appset
                meta.helm.sh/release-namespace: argocd
            """)
        .put(SETTINGS);

    assertThat(world.inventory().manifest().state()).isEqualTo(State.ABSENT);
    assertThat(world.belonging("ApplicationSet argocd/addons-appset").ownership())
        .isEqualTo(Ownership.PROBABLY_OURS);
    assertThat(world.holding("ConfigMap default/settings")).isEmpty();
  }

  @Test
  void trustsNoDamagedManifest() {
    world.begin().made(SETTINGS).finish();
    world
        .cluster
        .client()
        .configMaps()
        .inNamespace("kube-system")
        .withLabel("slipway.dev/manifest")
        .delete();

    assertThat(world.inventory().manifest().state()).isEqualTo(State.UNREADABLE);
    assertThat(world.inventory().manifest().problem()).startsWith("RECORD_UNREADABLE");
    assertThat(world.holding("ConfigMap default/settings")).isEmpty();
  }

  @Test
  void tellsWhoServesAFinalizerAndWhetherTheyRun() {
    world
        .begin()
        .made(
            APPLICATION.replace(
                "labels:", "finalizers: [resources-finalizer.argocd.argoproj.io, odd], labels:"))
        .put(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: argocd-application-controller
              namespace: argocd
              labels: {app.kubernetes.io/name: argocd-application-controller}
            status: {readyReplicas: 0}
            """)
        .finish();

    assertThat(world.holding("Application argocd/keycloak-a").orElseThrow().finalizers())
        .containsExactly(
            new Finalizer(
                "resources-finalizer.argocd.argoproj.io",
                Finalizer.Tier.CLUSTER,
                Finalizer.Service.NOT_RUNNING,
                "StatefulSet argocd/argocd-application-controller"),
            new Finalizer("odd", Finalizer.Tier.UNKNOWN, Finalizer.Service.UNKNOWN, ""));
  }

  @Test
  void seesWhoElseHasAnObjectInTheirSources() {
    String resources =
        """
        status: {resources: [{version: v1, kind: ConfigMap, namespace: default, name: settings}]}
        """;
    world
        .begin()
        .made(APPLICATION + resources)
        .put(APPLICATION.replace("keycloak-a", "of-a-team") + resources)
        .put(tracked("settings", "settings"))
        .finish();

    assertThat(
            world.holding("ConfigMap default/settings").orElseThrow().tiedTo(Tie.Sort.SHARED_WITH))
        .hasToString("[Application argocd/of-a-team]");
  }

  @Test
  void countsTheCustomResourcesOfACrdOfOursAndListsThoseOfOthers() {
    world
        .begin()
        .made(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.tests.example.org}
            spec:
              group: tests.example.org
              scope: Namespaced
              names: {kind: Widget, plural: widgets}
              versions: [{name: v1, served: true, storage: true}]
            """)
        .put(widget("of-a-team"))
        .made(widget("ours"))
        .finish();

    assertThat(
            world
                .holding("CustomResourceDefinition widgets.tests.example.org")
                .orElseThrow()
                .facts())
        .containsExactly(new Fact("custom resources", "2"), new Fact("not ours", "1"));
    assertThat(world.belonging("Widget default/of-a-team").ownership())
        .isEqualTo(Ownership.NOT_OURS);
    assertThat(world.holding("Widget default/ours").orElseThrow().tiedTo(Tie.Sort.DEFINED_BY))
        .hasToString("[CustomResourceDefinition widgets.tests.example.org]");
  }

  @Test
  void leavesOutTheCrdsOfOthersAndWhatTheyDefine() {
    world.define("tests.example.org", "v1", "Widget", "Namespaced").put(widget("of-a-team"));

    assertThat(world.begin().inventory().holdings()).isEmpty();
  }

  private static String widget(String name) {
    return "{apiVersion: tests.example.org/v1, kind: Widget, metadata: {name: %s, namespace: default}}"
        .formatted(name);
  }

  private static String named(String kind, String name, String namespace) {
    return "{apiVersion: v1, kind: %s, metadata: {name: %s, namespace: %s}}"
        .formatted(kind, name, namespace);
  }

  private static String tracked(String name, String markedName) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: %s
          namespace: default
          annotations:
            argocd.argoproj.io/tracking-id: "keycloak-a:/ConfigMap:default/%s"
        """
        .formatted(name, markedName);
  }
}
