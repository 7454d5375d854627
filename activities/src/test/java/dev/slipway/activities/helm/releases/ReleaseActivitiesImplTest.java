package dev.slipway.activities.helm.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.eks.ClusterAccess;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.activities.helm.charts.ApprovedCharts;
import dev.slipway.activities.helm.charts.ChartRepositories;
import dev.slipway.activities.helm.charts.EnvironmentProxies;
import dev.slipway.activities.helm.rendering.BootstrapValues;
import dev.slipway.activities.ownership.HeldTokens;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.manifest.ManifestParts;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.SamplePlatform;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Up to the moment when Helm is called. */
final class ReleaseActivitiesImplTest {
  private static final PackagesFolder OURS = new PackagesFolder(Path.of("../packages"));

  private static final ChartRepositories CHARTS =
      new ChartRepositories(new EnvironmentProxies(Map.of()), () -> {});

  private final EmptyCluster cluster = new EmptyCluster();
  private final List<ManifestEntry> whenHelmIsCalled = new ArrayList<>();

  /** Helm needs a kubeconfig, and is called with it at once. */
  private final class Watched implements ClusterAccess {
    @Override
    public KubernetesClient client(Target target) {
      return cluster.client();
    }

    @Override
    public String kubeconfig(Target target) {
      whenHelmIsCalled.addAll(entries());
      throw new IllegalStateException("No Helm here");
    }
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void remembersAllThatTheReleaseBringsBeforeHelmIsCalled() {
    assertThatThrownBy(this::install).hasMessageContaining("No Helm here");

    assertThat(whenHelmIsCalled)
        .extracting(entry -> entry.subject().toString(), ManifestEntry::origin)
        .contains(
            tuple("Namespace argocd", Origin.MADE),
            tuple("Namespace keycloak", Origin.MADE),
            tuple("Namespace kube-system", Origin.BEFORE),
            tuple("Release argocd/addons-appset", Origin.MADE),
            tuple("ApplicationSet argocd/addons-appset", Origin.MADE));
  }

  @Test
  void remembersANamespaceBeforeItIsMade() {
    List<ManifestEntry> meanwhile = new ArrayList<>();
    cluster.server().after("POST", "/api/v1/namespaces", () -> meanwhile.addAll(entries()));
    assertThatThrownBy(this::install).hasMessageContaining("No Helm here");

    assertThat(meanwhile)
        .extracting(entry -> entry.subject().toString())
        .contains("Namespace argocd");
  }

  @Test
  void callsNoHelmForWhatItCouldNotRemember() {
    cluster.server().deny("create", "", "configmaps");

    assertThatThrownBy(this::install).hasMessageContaining("ACCESS_DENIED");
    assertThat(whenHelmIsCalled).isEmpty();
    assertThat(cluster.client().namespaces().withName("argocd").get()).isNull();
  }

  private void install() {
    HeldTokens held = HeldTokens.on(cluster);
    new ReleaseActivitiesImpl(
            new Watched(),
            new HelmProcess(HelmProcess.defaultCache(), () -> {}),
            new DesiredReleases(OURS, new ApprovedCharts(CHARTS), new BootstrapValues(OURS)),
            held.tokens())
        .installRelease(
            SamplePlatform.named("alpha").withPackages(OURS.digest()),
            BootstrapRelease.ADDONS_APPSET,
            held.owner());
  }

  private List<ManifestEntry> entries() {
    return new ManifestParts(cluster.client()).content().entries();
  }
}
