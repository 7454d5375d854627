package dev.slipway.e2e.contract;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.bed.source.GitServer;
import dev.slipway.standins.contract.argocd.ApplicationSetContract;
import dev.slipway.standins.contract.argocd.ArgoCdWorld;
import dev.slipway.standins.contract.argocd.ComparisonContract;
import dev.slipway.standins.contract.argocd.Manifests;
import dev.slipway.standins.contract.argocd.RemovalContract;
import dev.slipway.standins.contract.argocd.SyncContract;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real Argo CD does what the stand-in's tests say. */
@ExtendWith(BedExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("core")
final class ArgoCdContractE2E {
  private static final Duration SOON = Duration.ofMinutes(2);

  private static final String NO_APPLICATIONS =
      """
      {"apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet",
       "metadata": {"name": "nothing", "namespace": "argocd"},
       "spec": {"generators": [{"list": {"elements": []}}],
         "template": {"metadata": {"name": "nothing"},
           "spec": {"project": "default", "destination": {"name": "in-cluster"}}}}}
      """;

  private final World world;

  ArgoCdContractE2E(Bed bed) throws IOException {
    GitServer git = bed.sources().git();
    for (String folder : Manifests.FOLDERS) {
      Path target = Files.createDirectory(git.checkout().resolve(folder));
      Files.writeString(target.resolve("manifests.yaml"), Manifests.of(folder));
    }
    git.commit("Add the contract's manifests");
    Cluster cluster = bed.cluster("alpha");
    cluster.helm(
        "install",
        "argocd",
        "argo-cd",
        "--repo=" + bed.sources().charts().url(),
        "--namespace=argocd",
        "--create-namespace");
    awaitArgoCd(cluster);
    world = new World(cluster.client(), git.url());
  }

  private static void awaitArgoCd(Cluster cluster) {
    for (String pod :
        List.of(
            "argocd-repo-server",
            "argocd-application-controller",
            "argocd-applicationset-controller",
            "argocd-server")) {
      Await.until(pod, SOON, () -> cluster.pods().isRunning(pod));
    }
    // Its controller answers some twenty seconds after its process has begun.
    Await.until("ApplicationSets are served", SOON, () -> isApplied(cluster));
    Await.until("the ApplicationSet controller", SOON, () -> isSeen(cluster));
    Await.until(
        "the default project",
        SOON,
        () ->
            cluster
                    .client()
                    .genericKubernetesResources("argoproj.io/v1alpha1", "AppProject")
                    .inNamespace("argocd")
                    .withName("default")
                    .get()
                != null);
  }

  /** Discovery tells of a new kind a moment after its definition was made. */
  private static boolean isApplied(Cluster cluster) {
    cluster.apply(NO_APPLICATIONS);
    return true;
  }

  private static boolean isSeen(Cluster cluster) {
    return cluster
            .client()
            .genericKubernetesResources("argoproj.io/v1alpha1", "ApplicationSet")
            .inNamespace("argocd")
            .withName("nothing")
            .require()
            .get("status", "conditions", 0, "type")
        != null;
  }

  private record World(KubernetesClient client, String repository) implements ArgoCdWorld {}

  @Nested
  final class Comparing extends ComparisonContract {
    @Override
    protected ArgoCdWorld world() {
      return world;
    }
  }

  @Nested
  final class Syncing extends SyncContract {
    @Override
    protected ArgoCdWorld world() {
      return world;
    }
  }

  @Nested
  final class Removing extends RemovalContract {
    @Override
    protected ArgoCdWorld world() {
      return world;
    }
  }

  @Nested
  final class Generating extends ApplicationSetContract {
    @Override
    protected ArgoCdWorld world() {
      return world;
    }
  }
}
