package dev.slipway.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.temporal.failure.ApplicationFailure;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class KubernetesFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "401, Unauthorized, CLUSTER_UNREACHABLE",
    "403, secrets is forbidden: User x cannot list resource, ACCESS_DENIED",
    "403, admission webhook policy.acme.com denied the request, CLUSTER_REFUSED",
    "404, the server could not find the requested resource, CLUSTER_UNREACHABLE",
    "409, the object has been modified, CLUSTER_UNREACHABLE",
    "422, spec.replicas: Invalid value, CLUSTER_REFUSED",
    "429, too many requests, CLUSTER_UNREACHABLE",
    "500, failed calling webhook: no endpoints available for service, CLUSTER_UNREACHABLE",
    "503, apiserver not ready, CLUSTER_UNREACHABLE",
  })
  void sortsAnswersByWhoCanHelp(int code, String message, String type) {
    assertThat(translate(code, status(message)).getType()).isEqualTo(type);
  }

  @Test
  void waitsForANamespaceThatIsGoingAway() {
    Status ending =
        new StatusBuilder()
            .withMessage("unable to create new content in namespace x")
            .withNewDetails()
            .addNewCause("metadata.namespace", "terminating", "NamespaceTerminating")
            .endDetails()
            .build();

    assertThat(translate(403, ending).getType()).isEqualTo("CLUSTER_UNREACHABLE");
  }

  @Test
  void retriesWhatNobodyAnswered() {
    KubernetesClientException unanswered =
        new KubernetesClientException("list failed", new ConnectException("refused"));
    ApplicationFailure failure = KubernetesFailures.translate("namespace argocd", unanswered);

    assertThat(failure.getType()).isEqualTo("CLUSTER_UNREACHABLE");
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage())
        .isEqualTo("namespace argocd: the API server does not answer: ConnectException: refused");
  }

  @Test
  void namesTheObjectAndKeepsTheCause() {
    ApplicationFailure failure = translate(403, status("no"));

    assertThat(failure.getOriginalMessage()).isEqualTo("namespace argocd: no (403)");
    assertThat(failure).hasCauseInstanceOf(KubernetesClientException.class);
  }

  @Test
  void tellsThatTheTokenCouldNotBeMade() {
    KubernetesClientException wrapped =
        new KubernetesClientException(
            "list failed", new NoCredentials(SdkClientException.create("none")));

    assertThat(KubernetesFailures.translate("namespace argocd", wrapped).getType())
        .isEqualTo("AWS_UNAVAILABLE");
  }

  private static ApplicationFailure translate(int code, Status status) {
    return KubernetesFailures.translate(
        "namespace argocd", new KubernetesClientException(status.getMessage(), code, status));
  }

  private static Status status(String message) {
    return new StatusBuilder().withMessage(message).build();
  }
}
