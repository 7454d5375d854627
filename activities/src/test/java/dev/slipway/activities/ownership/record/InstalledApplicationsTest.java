package dev.slipway.activities.ownership.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.argocd.ArgoCd;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.activities.ownership.manifest.ManifestWriter;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InstalledApplicationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmptyCluster cluster = new EmptyCluster();

  @BeforeEach
  void defineArgoCdsKinds() {
    cluster.createNamespace("argocd");
    cluster.define(kind("Application", "applications"));
    cluster.define(kind("ApplicationSet", "applicationsets"));
    new ManifestWriter(cluster.client(), "release-addons-appset", "STEP", () -> {})
        .intend(
            List.of(
                new Thing(
                    new Subject("argoproj.io", "ApplicationSet", "argocd", "addons-appset"),
                    "argoproj.io/v1alpha1",
                    "release argocd/addons-appset",
                    null)));
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void followsApplicationsToTheSetsThatTheyMakeAndOn() {
    set("addons-appset");
    application("addons-appset-a", "addons-appset", "ApplicationSet", "argocd", "keycloak");
    set("keycloak");
    application("keycloak-a", "keycloak", "Secret", "default", "password");
    put("v1", "Secret", "default", "password", "");

    remember();

    assertThat(found())
        .containsExactly(
            "Secret default/password by Application argocd/keycloak-a",
            "Application argocd/addons-appset-a by ApplicationSet addons-appset",
            "Application argocd/keycloak-a by ApplicationSet keycloak",
            "ApplicationSet argocd/keycloak by Application argocd/addons-appset-a");
  }

  @Test
  void leavesTheApplicationsOfOthersAlone() {
    set("addons-appset");
    set("team");
    application("team-a", "team", "Secret", "default", "password");
    put("v1", "Secret", "default", "password", "");

    remember();

    assertThat(found()).isEmpty();
  }

  @Test
  void doesNotRememberWhatIsOnlySaidToBeThere() {
    set("addons-appset");
    application("addons-appset-a", "addons-appset", "Secret", "default", "gone");

    remember();

    assertThat(found())
        .containsExactly("Application argocd/addons-appset-a by ApplicationSet addons-appset");
  }

  @Test
  void doesNotTakeApplicationsThatCannotBeSeenForNone() {
    set("addons-appset");

    assertThatThrownBy(this::remember)
        .hasMessageContaining("CLUSTER_UNREACHABLE")
        .hasMessageContaining("shows no Application, and 1 were up a moment ago");
  }

  private void remember() {
    new InstalledApplications(cluster.client()).remember(List.of("keycloak-a"));
  }

  private List<String> found() {
    return new ManifestParts(cluster.client())
        .content().entries().stream()
            .filter(entry -> entry.uid() != null)
            .map(InstalledApplicationsTest::words)
            .toList();
  }

  private static String words(ManifestEntry entry) {
    return entry.subject() + " by " + entry.by();
  }

  private static CustomResourceDefinitionContext kind(String name, String plural) {
    return new CustomResourceDefinitionContext.Builder()
        .withGroup("argoproj.io")
        .withVersion("v1alpha1")
        .withScope("Namespaced")
        .withKind(name)
        .withPlural(plural)
        .build();
  }

  private void set(String name) {
    put("argoproj.io/v1alpha1", "ApplicationSet", "argocd", name, "");
  }

  private void application(String name, String set, String kind, String namespace, String tracked) {
    String group = kind.equals("Secret") ? "" : "argoproj.io";
    String version = kind.equals("Secret") ? "v1" : "v1alpha1";
    put(
        "argoproj.io/v1alpha1",
        "Application",
        "argocd",
        name,
        """
        , "ownerReferences": [{"apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet",
                               "name": "%s", "uid": "%s"}]},
        "status": {"resources": [{"group": "%s", "version": "%s", "kind": "%s",
                                  "namespace": "%s", "name": "%s"}]
        """
            .formatted(set, uid(set), group, version, kind, namespace, tracked));
  }

  private String uid(String set) {
    return cluster
        .client()
        .genericKubernetesResources(ArgoCd.APPLICATION_SET.context())
        .inNamespace("argocd")
        .withName(set)
        .require()
        .getMetadata()
        .getUid();
  }

  private void put(String apiVersion, String kind, String namespace, String name, String more) {
    String json =
        """
        {"apiVersion": "%s", "kind": "%s", "metadata": {"name": "%s", "namespace": "%s" %s}}
        """
            .formatted(apiVersion, kind, name, namespace, more);
    try {
      cluster.server().objects().put((ObjectNode) JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
