package dev.slipway.activities.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HelmFailuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RELEASE_OWNED | Unable to continue with install: ServiceAccount \"x\" in namespace \"y\" exists and cannot be imported into the current release: invalid ownership metadata",
        "CLUSTER_UNREACHABLE | Kubernetes cluster unreachable: Get \"https://x/version\": dial tcp 127.0.0.1:1: connect: connection refused",
        "CLUSTER_UNREACHABLE | failed to create resource: Internal error occurred: failed calling webhook \"x\": no endpoints available for service \"y\"",
        "CLUSTER_UNREACHABLE | create: failed to create: etcdserver: request timed out",
        "ACCESS_DENIED | query: failed to query with labels: secrets is forbidden: User \"u\" cannot list resource \"secrets\"",
        "HELM_FAILED | failed pre-install: timed out waiting for the condition",
        "HELM_FAILED | cannot re-use a name that is still in use",
      })
  void readsHelmsTexts(String type, String text) {
    assertThat(HelmFailures.translate(request(), text))
        .satisfies(failure -> assertThat(failure.getType()).isEqualTo(type))
        .hasMessageContaining("INSTALL argocd in argocd");
  }

  private static HelmRequest request() {
    return new HelmRequest(
        HelmRequest.Operation.INSTALL, Path.of("chart"), "argocd", "argocd", List.of(), "", "", "");
  }
}
