package dev.slipway.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;

class AwsFailuresTest {
  private static final Pattern ANSWER = Pattern.compile("(\\d+) (\\w+): (.*)");

  @ParameterizedTest
  @CsvFileSource(resources = "/failures/aws.txt", delimiterString = " => ", quoteCharacter = '`')
  void sortsAnswersByWhoCanHelp(String answer, String type) {
    Matcher parts = ANSWER.matcher(answer);
    assertThat(parts.matches()).isTrue();
    int status = Integer.parseInt(parts.group(1));

    assertThat(translate(answer(parts.group(2), status, parts.group(3))).getType()).isEqualTo(type);
  }

  @Test
  void takesARefusalWithoutACodeByItsStatus() {
    assertThat(translate(answer("SomethingElse", 403)).getType()).isEqualTo("ACCESS_DENIED");
    assertThat(translate(answer("SomethingElse", 401)).getType()).isEqualTo("ACCESS_DENIED");
    assertThat(translate(answer(null, 502)).getType()).isEqualTo("AWS_UNAVAILABLE");
  }

  @Test
  void namesTheObjectAndThePermissionAndKeepsTheCause() {
    SdkException cause = answer("AccessDenied", 403, "may not sts:AssumeRole");

    assertThat(translate(cause))
        .hasMessageContaining("secret acme/config: AccessDenied: may not sts:AssumeRole")
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
  void saysThatThereAreNoCredentialsForNow() {
    SdkException none = new NoCredentials(SdkClientException.create("Cannot fetch credentials"));

    assertThat(translate(SdkClientException.create("wrapped", none)))
        .hasMessageContaining("secret acme/config: the worker has no AWS credentials")
        .hasMessageContaining("AWS_UNAVAILABLE");
  }

  @Test
  void saysWhatOneOfOurCredentialsSaidAndTheSdkOnlyCarries() {
    ApplicationFailure own = FailureType.ACCOUNT_MISMATCH.failure("of another account");

    assertThat(translate(SdkClientException.create("wrapped", own))).isSameAs(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AuthFailure", "InvalidClientTokenId", "UnrecognizedClientException"})
  void saysWhatElseItMayBeThatCredentialsAreNotKnown(String code) {
    assertThat(translate(answer(code, 403)))
        .hasMessageContaining("does not know the worker's credentials (" + code + ")")
        .hasMessageContaining("in a region that the account has not enabled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"InvalidAccessKeyId", "MissingAuthenticationToken", "SignatureDoesNotMatch"})
  void saysThatCredentialsAreNotAccepted(String code) {
    assertThat(translate(answer(code, 403)).getOriginalMessage())
        .isEqualTo(
            "secret acme/config: AWS does not accept the worker's credentials (" + code + ")");
  }

  @Test
  void tellsAClockThatIsWrongFromAWrongSignature() {
    Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");

    assertThat(translate(signatureExpired(longAgo)))
        .hasMessageContaining("AWS_UNAVAILABLE")
        .hasMessageContaining("the worker's clock is not AWS's (InvalidSignatureException)");
    assertThat(translate(signatureExpired(Instant.now())).getType()).isEqualTo("ACCESS_DENIED");
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
    assertThat(translate(answer("X", 400, "no (Status Code: 400; Request ID: 1a2b; Proxy: null)")))
        .hasMessageContaining("X: no (Status Code: 400; Proxy: null)");
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

  private static SdkException signatureExpired(Instant answered) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(answered.atOffset(ZoneOffset.UTC));
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .errorCode("InvalidSignatureException")
            .errorMessage("Signature expired: 20200101T000000Z is now earlier than")
            .sdkHttpResponse(
                SdkHttpResponse.builder().statusCode(403).putHeader("Date", date).build())
            .build();
    return AwsServiceException.builder()
        .statusCode(403)
        .awsErrorDetails(details)
        .clockSkew(Duration.ZERO)
        .build();
  }

  private static SdkException answer(String code, int status) {
    return answer(code, status, "said the service");
  }

  private static SdkException answer(String code, int status, String text) {
    AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).errorMessage(text).build();
    return AwsServiceException.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
