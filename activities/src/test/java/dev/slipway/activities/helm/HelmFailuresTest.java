package dev.slipway.activities.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.helm.HelmRequest.Operation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class HelmFailuresTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/failures/helm.txt", delimiterString = " => ", quoteCharacter = '`')
  void readsHelmsTexts(String text, String type) {
    assertThat(HelmFailures.translate(request(Operation.INSTALL), text))
        .satisfies(failure -> assertThat(failure.getType()).isEqualTo(type))
        .hasMessageContaining("INSTALL argocd in argocd: " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "execution error at (argo-cd/templates/cm.yaml:1:4): domain is required => INVALID_PACKAGES",
        "chart requires kubeVersion: >=1.25.0-0 which is incompatible with => INVALID_PACKAGES",
        "parse error at (argo-cd/templates/x.yaml:9): unexpected EOF => INVALID_PACKAGES",
        "execution error at (argo-cd/x.yaml:1:4): exceeded quota: of names => INVALID_PACKAGES",
        "something else => INVALID_PACKAGES",
        "write /tmp/x: connection reset => CLUSTER_UNREACHABLE",
      })
  void blamesThePackagesWhereNoClusterIsAsked(String text, String type) {
    assertThat(HelmFailures.translate(request(Operation.TEMPLATE), text).getType()).isEqualTo(type);
  }

  private static HelmRequest request(Operation operation) {
    return new HelmRequest(operation, Path.of("chart"), "argocd", "argocd", List.of(), "", "", "");
  }
}
