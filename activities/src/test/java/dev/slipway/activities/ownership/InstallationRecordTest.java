package dev.slipway.activities.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.allowance.Allowance;
import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.contract.OwnershipActivities.InstalledParts;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstallationRecordTest {
  private static final String NAMESPACES =
      "default\nkube-node-lease\nkube-public\nkube-system\nteam-a";

  private final EmptyCluster cluster = new EmptyCluster();
  private final OwnershipActivitiesImpl ownership =
      new OwnershipActivitiesImpl(
          new Allowed(Allowance.DEFAULT), cluster.access(), new FakeOwnerStatus(), duration -> {});

  @BeforeEach
  void createNamespace() {
    cluster.createNamespace("team-a");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void remembersWhatWasThereAndWhoApproved() {
    ownership.openInstallationRecord(platform("example.com"), approval("ada", "plan-1"));
    assertThat(record().getData())
        .containsEntry("namespacesBefore", NAMESPACES)
        .containsEntry("crdsBefore", "")
        .containsEntry("planDigest", "plan-1")
        .containsEntry("approver", "ada")
        .containsEntry("approvedAt", "2026-01-02T03:04:05Z")
        .containsEntry("state", "installing");
  }

  @Test
  void keepsTheBeforeListsOfTheFirstTime() {
    ownership.openInstallationRecord(platform("example.com"), approval("ada", "plan-1"));
    cluster.createNamespace("argocd");
    ownership.openInstallationRecord(platform("example.com"), approval("bob", "plan-2"));
    assertThat(record().getData())
        .containsEntry("namespacesBefore", NAMESPACES)
        .containsEntry("approver", "bob");
  }

  @Test
  void isNotTouchedByARunThatChangesNothing() {
    install("example.com", "ada", "1.0.0", 1);
    ConfigMap first = record();
    install("example.com", "bob", "1.0.0", 2);
    assertThat(record()).isEqualTo(first);
    assertThat(first.getData()).containsEntry("state", "installed");
  }

  @Test
  void namesTheApprovalOfAChangedConfiguration() {
    install("example.com", "ada", "1.0.0", 1);
    install("example.org", "bob", "1.0.0", 1);
    assertThat(record().getData())
        .containsEntry("approver", "bob")
        .containsEntry("namespacesBefore", NAMESPACES)
        .containsEntry("releases", "argocd/argocd 1.0.0")
        .containsEntry("applications", "argocd-a\nkeycloak-a")
        .containsEntry("configSecret", "arn:config");
  }

  private void install(String domain, String approver, String version, int revision) {
    ownership.openInstallationRecord(platform(domain), approval(approver, "plan-of-" + approver));
    Release release = new Release("argocd", "argocd", version, revision, "LEFT_ALONE");
    createApplication();
    ownership.completeInstallationRecord(
        platform(domain),
        new InstalledParts(
            List.of(release), "arn:config", "arn:github", List.of("keycloak-a", "argocd-a")));
  }

  /** Once. */
  private void createApplication() {
    ObjectMapper json = new ObjectMapper();
    ObjectNode application =
        json.createObjectNode()
            .put("apiVersion", "argoproj.io/v1alpha1")
            .put("kind", "Application");
    application.putObject("metadata").put("name", "argocd-a").put("namespace", "argocd");
    if (cluster.client().namespaces().withName("argocd").get() == null) {
      cluster.createNamespace("argocd");
      cluster.define(
          new CustomResourceDefinitionContext.Builder()
              .withGroup("argoproj.io")
              .withVersion("v1alpha1")
              .withScope("Namespaced")
              .withKind("Application")
              .withPlural("applications")
              .build());
      cluster.server().objects().put(application);
    }
  }

  private static Approval approval(String approver, String digest) {
    Owner owner = new Owner("default", "platform/1", "run-of-" + approver);
    return new Approval(owner, digest, approver, null, Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static Platform platform(String domain) {
    return SamplePlatform.named("a")
        .withDomain(domain)
        .withSecretPrefix("cnoe")
        .withPathRouting(false)
        .withPackages("digest");
  }

  private ConfigMap record() {
    return cluster
        .client()
        .configMaps()
        .inNamespace("kube-system")
        .withName("slipway-installation")
        .get();
  }
}
