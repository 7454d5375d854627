package dev.slipway.activities.helm.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.ownership.HeldTokens;
import dev.slipway.activities.ownership.WriterToken;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.activities.ownership.record.InstallationRecord;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReleaseMemoryTest {
  private static final Platform PLATFORM = SamplePlatform.named("alpha").withPackages("digest");
  private static final String RENDERING =
      """
      # Source: argo-cd/crds/brick.yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: bricks.toys.example.com}
      spec: {group: toys.example.com, scope: Cluster, names: {kind: Brick}}
      ---
      # Source: argo-cd/templates/a.yaml
      {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}
      ---
      {apiVersion: toys.example.com/v1, kind: Brick, metadata: {name: red}}
      ---
      apiVersion: batch/v1
      kind: Job
      metadata: {name: init, namespace: team, annotations: {helm.sh/hook: pre-install}}
      """;

  private final EmptyCluster cluster = new EmptyCluster();
  private WriterToken token;
  private ReleaseMemory memory;

  @BeforeEach
  void takeTheToken() {
    HeldTokens held = HeldTokens.on(cluster);
    token = held.tokens().take(PLATFORM.target(), held.owner(), "release-argocd");
    memory = new ReleaseMemory(cluster.client(), BootstrapRelease.ARGO_CD, token);
  }

  @AfterEach
  void close() {
    token.close();
    cluster.close();
  }

  @Test
  void remembersAllThatARenderingBrings() {
    memory.intend(RENDERING, /* isThere= */ false);

    assertThat(origins())
        .containsExactly(
            tuple("ConfigMap argocd/settings", Origin.MADE),
            tuple("Namespace argocd", Origin.MADE),
            tuple("CustomResourceDefinition bricks.toys.example.com", Origin.MADE),
            tuple("Job team/init", Origin.MADE),
            tuple("Release argocd/argocd", Origin.MADE),
            tuple("Brick red", Origin.MADE));
  }

  @Test
  void tellsWhatItTakesOver() {
    cluster.createNamespace("argocd");
    createSettings();
    memory.intend(RENDERING, /* isThere= */ true);

    assertThat(origins())
        .contains(
            tuple("Namespace argocd", Origin.BEFORE),
            tuple("ConfigMap argocd/settings", Origin.TAKEN),
            tuple("Release argocd/argocd", Origin.TAKEN),
            tuple("Brick red", Origin.MADE));
  }

  @Test
  void fillsInUidsOfAReleaseThatAKilledAttemptHasMade() {
    openRecord();
    memory.intend(RENDERING, /* isThere= */ false);
    cluster.createNamespace("argocd");
    String uid = createSettings();

    memory.found(revision());

    assertThat(entries())
        .filteredOn(entry -> entry.subject().kind().equals("ConfigMap"))
        .extracting(ManifestEntry::uid, ManifestEntry::origin)
        .containsExactly(tuple(uid, Origin.MADE));
    assertThat(origins()).contains(tuple("Release argocd/argocd", Origin.MADE));
  }

  @Test
  void takesOverAReleaseThatIsOlderThanTheInstallation() {
    cluster.createNamespace("argocd");
    createSettings();

    memory.found(revision());

    assertThat(origins())
        .containsExactly(
            tuple("ConfigMap argocd/settings", Origin.TAKEN),
            tuple("Namespace argocd", Origin.TAKEN),
            tuple("Release argocd/argocd", Origin.TAKEN));
  }

  @Test
  void remembersNothingWhereItCannotTellWhatWasThere() {
    cluster.server().deny("list", "batch", "jobs");

    assertThatThrownBy(() -> memory.intend(RENDERING, /* isThere= */ false))
        .hasMessageContaining("ACCESS_DENIED")
        .hasMessageContaining("Job team/init");
    assertThat(entries()).isEmpty();
  }

  private void openRecord() {
    HeldTokens held = HeldTokens.on(cluster);
    new InstallationRecord(cluster.client())
        .open(PLATFORM, new Approval(held.owner(), "plan-1", "ada", null, null));
  }

  private String createSettings() {
    return cluster
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace("argocd")
                .endMetadata()
                .build())
        .create()
        .getMetadata()
        .getUid();
  }

  private Revision revision() {
    return new Revision(
        cluster
            .client()
            .resource(
                new SecretBuilder()
                    .withNewMetadata()
                    .withName("sh.helm.release.v1.argocd.v1")
                    .withNamespace("argocd")
                    .endMetadata()
                    .build())
            .create(),
        1,
        "deployed",
        "Slipway: argo-cd",
        "argo-cd",
        "9.5.0",
        RENDERING);
  }

  private List<Tuple> origins() {
    return entries().stream()
        .map(entry -> tuple(entry.subject().toString(), entry.origin()))
        .toList();
  }

  private List<ManifestEntry> entries() {
    return new ManifestParts(cluster.client()).content().entries();
  }
}
