package dev.slipway.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.temporal.failure.ApplicationFailure;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class KubernetesFailuresTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/failures/kubernetes.txt",
      delimiterString = " => ",
      quoteCharacter = '`')
  void sortsAnswersByWhoCanHelp(String answer, String type) {
    Status status = Serialization.unmarshal(answer, Status.class);

    assertThat(translate(status.getCode(), status).getType()).isEqualTo(type);
  }

  @Test
  void takesAnAnswerThatIsNoStatusByItsCode() {
    assertThat(translate(403).getType()).isEqualTo("ACCESS_DENIED");
    assertThat(translate(408).getType()).isEqualTo("CLUSTER_UNREACHABLE");
    assertThat(translate(425).getType()).isEqualTo("CLUSTER_UNREACHABLE");
    assertThat(translate(502).getType()).isEqualTo("CLUSTER_UNREACHABLE");
    assertThat(translate(415).getType()).isEqualTo("CLUSTER_REFUSED");
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

  private static ApplicationFailure translate(int code) {
    return KubernetesFailures.translate(
        "namespace argocd", new KubernetesClientException("no", code, /* status= */ null));
  }

  private static ApplicationFailure translate(int code, Status status) {
    return KubernetesFailures.translate(
        "namespace argocd", new KubernetesClientException(status.getMessage(), code, status));
  }

  private static Status status(String message) {
    return new StatusBuilder().withMessage(message).build();
  }
}
