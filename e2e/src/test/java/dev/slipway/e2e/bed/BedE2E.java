package dev.slipway.e2e.bed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.process.Await;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bed itself: real External Secrets and real Argo CD do their work on it. */
@ExtendWith(BedExtension.class)
@Tag("core")
final class BedE2E {
  private static final Duration SOON = Duration.ofMinutes(2);

  @Test
  void runsExternalSecretsAndArgoCdBehindTheirPods(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    bed.aws()
        .clients(alpha.account(), alpha.region())
        .secrets()
        .createSecret(r -> r.name("bed/config").secretString("{\"cluster_name\":\"alpha\"}"));
    installCharts(bed, alpha);
    Await.until("webhook", SOON, () -> alpha.pods().isRunning("external-secrets-webhook"));
    Await.until("store and secret applied", SOON, () -> applied(alpha, "external-secret.yaml"));
    Await.until("ExternalSecret is ready", SOON, () -> readyExternalSecret(alpha));
    alpha.apply(resource("application-set.yaml").replace("CHARTS", bed.sources().charts().url()));
    Await.until("Application is up", SOON, () -> isUp(alpha, "external-dns-alpha"));

    assertThat(alpha.client().apps().deployments().inNamespace("external-dns").list().getItems())
        .hasSize(1);
    assertThat(bed.aws().calls()).extracting("action").contains("GetSecretValue");
  }

  @Test
  void endsProcessesWithTheirPods(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    installCharts(bed, alpha);
    Await.until("Argo CD", SOON, () -> alpha.pods().isRunning("argocd-server"));
    Await.until("External Secrets", SOON, () -> alpha.pods().isRunning("external-secrets"));

    alpha.pods().keepOff("external-secrets");
    assertThat(alpha.pods().isRunning("external-secrets")).isFalse();
    alpha.pods().allow("external-secrets");
    alpha.helm("uninstall", "argocd", "--namespace=argocd");

    Await.until("External Secrets", SOON, () -> alpha.pods().isRunning("external-secrets"));
    Await.until("no Argo CD", SOON, () -> !alpha.pods().isRunning("argocd-server"));
    assertThat(
            alpha
                .client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("applications.argoproj.io")
                .get())
        .as("argo-cd's definitions carry the keep policy")
        .isNotNull();
  }

  private static void installCharts(Bed bed, Cluster cluster) {
    String charts = bed.sources().charts().url();
    cluster.helm(
        "install", "argocd", "argo-cd", "--repo", charts, "-n", "argocd", "--create-namespace");
    cluster.helm(
        "install",
        "external-secrets",
        "external-secrets",
        "--repo",
        charts,
        "-n",
        "external-secrets",
        "--create-namespace");
  }

  private static boolean applied(Cluster cluster, String resource) {
    cluster.apply(resource(resource));
    return true;
  }

  private static boolean readyExternalSecret(Cluster cluster) {
    return "True"
        .equals(
            get(cluster, "external-secrets.io/v1", "ExternalSecret", "alpha")
                .get("status", "conditions", 0, "status"));
  }

  private static boolean isUp(Cluster cluster, String name) {
    GenericKubernetesResource application =
        get(cluster, "argoproj.io/v1alpha1", "Application", name);
    return "Synced".equals(application.get("status", "sync", "status"))
        && "Healthy".equals(application.get("status", "health", "status"))
        && "Succeeded".equals(application.get("status", "operationState", "phase"));
  }

  private static GenericKubernetesResource get(
      Cluster cluster, String version, String kind, String name) {
    return cluster
        .client()
        .genericKubernetesResources(version, kind)
        .inNamespace("argocd")
        .withName(name)
        .require();
  }

  private static String resource(String name) {
    try (var stream = BedE2E.class.getResourceAsStream("/bed/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
