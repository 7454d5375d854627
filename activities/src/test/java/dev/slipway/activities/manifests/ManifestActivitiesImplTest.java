package dev.slipway.activities.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.ownership.HeldTokens;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestActivitiesImplTest {
  private static final String SETTINGS = "/api/v1/namespaces/argocd/configmaps/settings";

  @TempDir private Path folder;
  private final EmptyCluster cluster = new EmptyCluster();

  @BeforeEach
  void writePackages() throws IOException {
    cluster.createNamespace("argocd");
    Path manifests = Files.createDirectories(folder.resolve("argo-cd/manifests"));
    Files.createDirectories(folder.resolve("addons"));
    Files.writeString(
        folder.resolve("addons/values.yaml"),
        """
        argocd:
          enabled: true
          chartName: argo-cd
          namespace: argocd
          additionalResources: [{manifestPath: manifests, type: manifests}]
        """);
    Files.writeString(
        manifests.resolve("a.yaml"),
        """
        {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: team}}
        """);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void remembersWhatItAppliesBeforeItIsThere() {
    List<ManifestEntry> meanwhile = new ArrayList<>();
    cluster.server().after("PATCH", SETTINGS, () -> meanwhile.addAll(entries()));

    apply();

    assertThat(meanwhile)
        .extracting(entry -> entry.subject().toString(), ManifestEntry::uid, ManifestEntry::origin)
        .containsExactly(
            tuple("ConfigMap argocd/settings", null, Origin.MADE),
            tuple("Namespace team", null, Origin.MADE));
    assertThat(entries())
        .extracting(ManifestEntry::uid, ManifestEntry::by)
        .containsExactly(
            tuple(uid(), "manifests of argo-cd"), tuple(uidOfTeam(), "manifests of argo-cd"));
  }

  @Test
  void appliesNothingThatItCouldNotRemember() {
    cluster.server().deny("create", "", "configmaps");

    assertThatThrownBy(this::apply).hasMessageContaining("ACCESS_DENIED");
    assertThat(cluster.client().namespaces().withName("team").get()).isNull();
  }

  @Test
  void doesNotClaimWhatWasThere() {
    cluster.createNamespace("team");

    apply();
    apply();

    assertThat(entries())
        .extracting(ManifestEntry::origin)
        .containsExactly(Origin.MADE, Origin.BEFORE);
  }

  @Test
  void knowsItsOwnAgainWhereAnAttemptWasKilledBetween() {
    cluster
        .server()
        .after(
            "PATCH",
            SETTINGS,
            () -> {
              throw new IllegalStateException("The worker gets no answer any more");
            });
    assertThatThrownBy(this::apply).hasMessageContaining("CLUSTER_UNREACHABLE");

    apply();

    assertThat(entries())
        .extracting(ManifestEntry::uid, ManifestEntry::origin)
        .containsExactly(tuple(uid(), Origin.MADE), tuple(uidOfTeam(), Origin.MADE));
  }

  private void apply() {
    PackagesFolder packages = new PackagesFolder(folder);
    Platform platform =
        SamplePlatform.named("alpha").withPathRouting(false).withPackages(packages.digest());
    HeldTokens held = HeldTokens.on(cluster);
    new ManifestActivitiesImpl(
            cluster.access(),
            packages,
            new HelmProcess(HelmProcess.defaultCache(), () -> {}),
            new BootstrapValues(packages),
            held.tokens())
        .applyManifests(platform, "argocd", held.owner());
  }

  private List<ManifestEntry> entries() {
    return new ManifestParts(cluster.client()).content().entries();
  }

  private String uid() {
    return cluster
        .client()
        .configMaps()
        .inNamespace("argocd")
        .withName("settings")
        .require()
        .getMetadata()
        .getUid();
  }

  private String uidOfTeam() {
    return cluster.client().namespaces().withName("team").require().getMetadata().getUid();
  }
}
