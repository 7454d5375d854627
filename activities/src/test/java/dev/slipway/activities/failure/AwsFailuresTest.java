package dev.slipway.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.failure.ApplicationFailure;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class AwsFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "ThrottlingException, 400, AWS_UNAVAILABLE",
    "TooManyRequestsException, 429, AWS_UNAVAILABLE",
    "InternalServiceError, 500, AWS_UNAVAILABLE",
    "ServiceUnavailable, 503, AWS_UNAVAILABLE",
    "RequestTimeTooSkewed, 403, AWS_UNAVAILABLE",
    "AccessDenied, 403, ACCESS_DENIED",
    "AccessDeniedException, 400, ACCESS_DENIED",
    "SomethingElse, 403, ACCESS_DENIED",
    "RequestTimeout, 400, AWS_UNAVAILABLE",
    "RequestTimeoutException, 408, AWS_UNAVAILABLE",
    "KMSThrottlingException, 400, AWS_UNAVAILABLE",
    "ExpiredToken, 403, AWS_UNAVAILABLE",
    "ExpiredTokenException, 400, AWS_UNAVAILABLE",
    "RequestExpired, 400, AWS_UNAVAILABLE",
    "InvalidClientTokenId, 403, ACCESS_DENIED",
    "UnrecognizedClientException, 400, ACCESS_DENIED",
    "SignatureDoesNotMatch, 403, ACCESS_DENIED",
    "EncryptionFailure, 400, AWS_REFUSED",
    "DecryptionFailure, 400, AWS_REFUSED",
    "InvalidRequestException, 400, AWS_REFUSED",
    "LimitExceededException, 400, AWS_REFUSED",
    "InvalidParameterException, 400, AWS_REFUSED",
  })
  void sortsAnswersByWhoCanHelp(String code, int status, String type) {
    assertThat(translate(answer(code, status)).getType()).isEqualTo(type);
  }

  @Test
  void namesTheObjectAndKeepsTheCause() {
    SdkException cause = answer("AccessDenied", 403);

    assertThat(translate(cause))
        .hasMessageContaining("secret acme/config: AccessDenied: said the service")
        .hasCause(cause);
  }

  @Test
  void saysThatCredentialsHaveExpired() {
    assertThat(translate(answer("ExpiredTokenException", 400)).getOriginalMessage())
        .isEqualTo(
            "secret acme/config: the worker's AWS credentials have expired"
                + " (ExpiredTokenException)");
  }

  @Test
  void saysThatThereAreNoCredentials() {
    SdkException none =
        SdkClientException.create("Unable to load credentials from any of the providers");

    assertThat(translate(none).getType()).isEqualTo("AWS_UNAVAILABLE");
    assertThat(translate(none)).hasMessageContaining("the worker has no AWS credentials");
  }

  @Test
  void retriesWhatNobodyAnswered() {
    ApplicationFailure failure =
        translate(SdkClientException.create("refused", new ConnectException()));

    assertThat(failure.getType()).isEqualTo("AWS_UNAVAILABLE");
    assertThat(failure.isNonRetryable()).isFalse();
  }

  @Test
  void saysTheSameOfTheSameThing() {
    SdkException unanswered = SdkClientException.create("refused (SDK Attempt Count: 4)");
    SdkException page =
        AwsServiceException.builder().message("Request ID: 1234").statusCode(404).build();

    assertThat(translate(unanswered).getOriginalMessage())
        .isEqualTo("secret acme/config: AWS does not answer: refused");
    assertThat(translate(page).getOriginalMessage())
        .isEqualTo("secret acme/config: HTTP status 404 without an error code");
  }

  @Test
  void translatesWhatACallThrows() {
    assertThatThrownBy(
            () ->
                AwsFailures.naming(
                    "secret acme/config",
                    () -> {
                      throw answer("AccessDenied", 403);
                    }))
        .isInstanceOf(ApplicationFailure.class);
  }

  private static ApplicationFailure translate(SdkException failure) {
    return AwsFailures.translate("secret acme/config", failure);
  }

  private static SdkException answer(String code, int status) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage("said the service").build();
    return AwsServiceException.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
