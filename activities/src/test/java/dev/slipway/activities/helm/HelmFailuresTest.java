package dev.slipway.activities.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
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
        "CLUSTER_UNREACHABLE | failed calling webhook \"x\": failed to call webhook: Post \"https://y\": context deadline exceeded",
        "HELM_FAILED | failed pre-install: timed out waiting for the condition",
        "HELM_FAILED | cannot re-use a name that is still in use",
      })
  void readsHelmsTexts(String type, String text) {
    assertThat(HelmFailures.translate(request(), text))
        .satisfies(failure -> assertThat(failure.getType()).isEqualTo(type))
        .hasMessageContaining("INSTALL argocd in argocd");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/failures/helm.txt", delimiter = '|', quoteCharacter = '\u0001')
  void retriesNothingThatARefusalRepeats(String type, String text) {
    assertThat(HelmFailures.translate(request(), text).getType()).isEqualTo(type);
  }

  @Test
  void leavesTemplatesToWhoeverKeepsThePackages() {
    HelmRequest template =
        new HelmRequest(
            HelmRequest.Operation.TEMPLATE, Path.of("c"), "a", "a", List.of(), "", "", "");

    assertThat(HelmFailures.translate(template, "parse error at (x.yaml:3): no").getType())
        .isEqualTo("INVALID_PACKAGES");
  }

  private static HelmRequest request() {
    return new HelmRequest(
        HelmRequest.Operation.INSTALL, Path.of("chart"), "argocd", "argocd", List.of(), "", "", "");
  }
}
