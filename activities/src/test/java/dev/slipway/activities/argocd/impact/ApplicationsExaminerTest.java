package dev.slipway.activities.argocd.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.argocd.expected.AppSetCharts;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationsExaminerTest {
  private static final PackagesFolder PACKAGES = new PackagesFolder(Path.of("../packages"));
  private static final AppSetCharts CHARTS =
      new AppSetCharts(
          PACKAGES,
          new HelmProcess(HelmProcess.defaultCache(), () -> {}),
          new BootstrapValues(PACKAGES));

  private final EmptyCluster cluster = new EmptyCluster();
  private final Set<String> defined = new HashSet<>();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void createsEverythingOnAnEmptyCluster() {
    Findings seen = examine(false);
    assertThat(seen.blockers()).isEmpty();
    assertThat(seen.warnings()).isEmpty();
    assertThat(seen.changes()).extracting(Change::action).containsOnly("CREATE");
    assertThat(seen.changes())
        .contains(
            new Change("CREATE", "namespace argocd", null),
            new Change("CREATE", "Application argocd/keycloak-alpha", null));
  }

  @Test
  void blocksAChangeThatEmptiesAGeneratorUnlessDeletionsAreAllowed() {
    installWithoutPathRouting();
    Findings refused = examine(false);
    assertThat(refused.changes())
        .contains(
            new Change("DELETE", "Application argocd/addons-appset-alpha", "its resources stay"));
    assertThat(refused.changes())
        .contains(
            new Change("CHANGE", "Secret argocd/hub-cluster", "path_routing from false to true"));
    assertThat(refused.warnings()).isEmpty();
    assertThat(refused.blockers()).hasSize(1);
    assertThat(refused.blockers().get(0).message())
        .contains("path_routing from false to true")
        .contains("allowDeletions");
    assertThat(examine(true).blockers()).isEmpty();
    assertThat(examine(true).warnings()).isEmpty();
  }

  @Test
  void saysWhatANewRevisionChangesWhere() {
    installSecret(Map.of(), Map.of("addons_repo_revision", "v1"));
    create(
        "ApplicationSet",
        """
        metadata: {name: keycloak, namespace: argocd}
        spec:
          template: {spec: {source: {targetRevision: '{{.metadata.annotations.addons_repo_revision}}'}}}
        """);
    create("Application", owned("keycloak-alpha", "keycloak"));
    create("Application", owned("backstage-alpha", "backstage"));
    String change = "addons_repo_revision from v1 to main";
    assertThat(examine(false).changes())
        .contains(
            new Change("CHANGE", "Secret argocd/hub-cluster", change),
            new Change("CHANGE", "Application argocd/keycloak-alpha", change),
            new Change(
                "LEAVE",
                "Application argocd/backstage-alpha",
                "Argo CD keeps it in line with Git"));
  }

  private Findings examine(boolean allowDeletions) {
    Findings findings = new Findings();
    new ApplicationsExaminer(cluster.access(), CHARTS).examine(request(allowDeletions), findings);
    return findings;
  }

  private void installWithoutPathRouting() {
    installSecret(Map.of("path_routing", "false"), Map.of());
    create(
        "ApplicationSet",
        """
        metadata: {name: addons-appset, namespace: argocd}
        spec:
          generators:
          - clusters: {selector: {matchLabels: {path_routing: 'false'}}}
        """);
    create("Application", owned("addons-appset-alpha", "addons-appset"));
  }

  /** As it would be made now, but for what is given. */
  private void installSecret(Map<String, String> labels, Map<String, String> annotations) {
    ClusterSecret present = CHARTS.clusterSecret(request(false).platform());
    cluster.createNamespace("argocd");
    cluster
        .client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("hub-cluster")
                .withNamespace("argocd")
                .addToLabels(present.labels())
                .addToLabels(labels)
                .addToAnnotations(present.annotations())
                .addToAnnotations(annotations)
                .endMetadata()
                .build())
        .create();
  }

  private static String owned(String name, String set) {
    return """
        metadata:
          name: %s
          namespace: argocd
          ownerReferences: [{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, name: %s, uid: u}]
        """
        .formatted(name, set);
  }

  private void create(String kind, String text) {
    CustomResourceDefinitionContext context =
        new CustomResourceDefinitionContext.Builder()
            .withGroup("argoproj.io")
            .withVersion("v1alpha1")
            .withKind(kind)
            .withPlural(kind.equals("Application") ? "applications" : "applicationsets")
            .withScope("Namespaced")
            .build();
    if (defined.add(kind)) {
      cluster.define(context);
    }
    GenericKubernetesResource resource =
        cluster
            .client()
            .getKubernetesSerialization()
            .unmarshal(
                "apiVersion: argoproj.io/v1alpha1\nkind: " + kind + "\n" + text,
                GenericKubernetesResource.class);
    cluster
        .client()
        .genericKubernetesResources(context)
        .inNamespace("argocd")
        .resource(resource)
        .create();
  }

  private static ExamineRequest request(boolean allowDeletions) {
    Platform platform = SamplePlatform.named("alpha").withPackages(PACKAGES.digest());
    return new ExamineRequest(
        platform,
        new Owner("default", "w", "r"),
        CredentialsSource.WORKER,
        allowDeletions,
        false,
        false,
        false,
        List.of());
  }
}
