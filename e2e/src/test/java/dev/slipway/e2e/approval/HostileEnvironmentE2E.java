package dev.slipway.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import dev.slipway.e2e.bed.process.Ports;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import dev.slipway.e2e.traces.HelmTraces;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the worker's environment says about clusters and Helm is not what counts. */
@ExtendWith(BedExtension.class)
final class HostileEnvironmentE2E {

  @Test
  void bootstrapsTheRequestedClusterAndLeavesTheOneOfTheEnvironmentAlone(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Cluster other = bed.cluster("other");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker(pointingTo(other));

    Run run = platform.operator().unattended().start();
    run.awaitStep("APPLY_CUSTOM_MANIFESTS").terminate();

    assertThat(HelmTraces.records(alpha)).contains("argocd/sh.helm.release.v1.argocd.v1 deployed");
    assertThat(HelmTraces.records(other)).isEmpty();
    assertThat(agents(alpha)).isNotEmpty();
    assertThat(other.audit().countBy(AuditEvent::agent)).doesNotContainKeys(agents(alpha));
    assertThat(other.audit().count(AuditEvent::isByAwsCaller)).isZero();
  }

  /** How Slipway and its Helm call themselves where they are known. */
  private static String[] agents(Cluster cluster) {
    return cluster.audit().events(AuditEvent::isByAwsCaller).stream()
        .map(AuditEvent::agent)
        .distinct()
        .toArray(String[]::new);
  }

  private static Map<String, String> pointingTo(Cluster other) {
    String deadProxy = "http://127.0.0.1:" + Ports.free();
    Map<String, String> environment = new HashMap<>();
    environment.put("KUBECONFIG", other.kubeconfig().toString());
    environment.put("KUBERNETES_MASTER", other.apiServer().url());
    environment.put("KUBERNETES_NAMESPACE", "elsewhere");
    environment.put("HELM_NAMESPACE", "elsewhere");
    environment.put("HELM_DRIVER", "memory");
    environment.put("HELM_KUBEAPISERVER", other.apiServer().url());
    environment.put("HELM_KUBECONTEXT", "bed");
    environment.put("HELM_KUBETOKEN", "wrong");
    environment.put("HELM_KUBEINSECURE_SKIP_TLS_VERIFY", "true");
    environment.put("HTTPS_PROXY", deadProxy);
    environment.put("https_proxy", deadProxy);
    environment.put("ALL_PROXY", deadProxy);
    return environment;
  }
}
