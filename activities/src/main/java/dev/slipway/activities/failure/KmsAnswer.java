package dev.slipway.activities.failure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What KMS answered to Secrets Manager, which puts it under two codes of its own, whatever it was:
 * only their text tells a key that is disabled from one that is asked for too often.
 */
final class KmsAnswer {
  private static final Pattern ANSWER =
      Pattern.compile("Status Code: (\\d{3}); Error Code: (\\w+)");

  private KmsAnswer() {}

  static Optional<AwsServiceException> in(AwsServiceException failure) {
    String code = AwsFailures.codeOf(failure);
    if (!code.startsWith("EncryptionFailure") && !code.startsWith("DecryptionFailure")) {
      return Optional.empty();
    }
    Matcher answer = ANSWER.matcher(String.valueOf(failure.awsErrorDetails().errorMessage()));
    return answer.find()
        ? Optional.of(answer(Integer.parseInt(answer.group(1)), answer.group(2)))
        : Optional.empty();
  }

  /** The text without what differs from call to call; a plan's digest must not. */
  static String withoutRequest(String text) {
    return text.replaceAll("; Request ID: [^;)]*", "");
  }

  private static AwsServiceException answer(int status, String code) {
    AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).build();
    return AwsServiceException.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
