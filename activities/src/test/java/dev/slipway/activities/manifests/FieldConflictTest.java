package dev.slipway.activities.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FieldConflictTest {
  @Test
  void tellsArgoCdFromKubectlAndFromOthers() {
    assertThat(FieldConflict.of(conflict("argocd-controller", "kubectl")).isWithArgoCd()).isTrue();
    assertThat(FieldConflict.of(conflict("kubectl-client-side-apply")).isWithKubectlOnly())
        .isTrue();
    assertThat(FieldConflict.of(conflict("kubectl", "helm")).isWithKubectlOnly()).isFalse();
    assertThat(FieldConflict.of(conflict("helm")).isWithArgoCd()).isFalse();
  }

  @Test
  void anotherFailureIsNoConflict() {
    assertThat(FieldConflict.of(new KubernetesClientException("no", 422, null)).managers())
        .isEmpty();
  }

  private static KubernetesClientException conflict(String... managers) {
    StatusBuilder status = new StatusBuilder().withCode(409).withNewDetails().endDetails();
    Stream.of(managers)
        .forEach(
            manager ->
                status
                    .editDetails()
                    .addNewCause(
                        ".spec.a",
                        "conflict with \"%s\" using external-secrets.io/v1".formatted(manager),
                        "FieldManagerConflict")
                    .endDetails());
    return new KubernetesClientException("conflict", 409, status.build());
  }
}
