package dev.slipway.e2e.traces;

import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What Helm leaves behind: records in the cluster, processes beside the worker. */
public final class HelmTraces {
  public static final List<String> ONE_REVISION_EACH =
      List.of(
          "argocd/sh.helm.release.v1.addons-appset.v1 deployed",
          "argocd/sh.helm.release.v1.argocd.v1 deployed",
          "external-secrets/sh.helm.release.v1.external-secrets.v1 deployed");

  private HelmTraces() {}

  /** Every release's every revision and its status. */
  public static List<String> records(Cluster cluster) {
    return releases(cluster).stream()
        .map(
            secret ->
                secret.getMetadata().getNamespace()
                    + "/"
                    + secret.getMetadata().getName()
                    + " "
                    + status(secret))
        .sorted()
        .toList();
  }

  /** Helm has begun a release and not ended it. */
  public static boolean isInstalling(Cluster cluster) {
    return releases(cluster).stream().anyMatch(secret -> status(secret).equals("pending-install"));
  }

  /** Child processes of the worker that run Helm. */
  public static List<ProcessHandle> children(WorkerProcess worker) {
    return ProcessHandle.of(worker.process().pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .filter(HelmTraces::isHelm)
        .toList();
  }

  // ProcessHandle.Info cuts a long command line before the name of the main class.
  private static boolean isHelm(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .contains("HelmMain");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Secret> releases(Cluster cluster) {
    return cluster.client().secrets().inAnyNamespace().withLabel("owner", "helm").list().getItems();
  }

  private static String status(Secret secret) {
    Map<String, String> labels = secret.getMetadata().getLabels();
    return labels.getOrDefault("status", "");
  }
}
