package dev.slipway.activities.failure;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what the AWS SDK throws into the failures that workflows know. */
public final class AwsFailures {
  private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException");
  private static final Set<String> PASSING =
      Set.of(
          "IDPCommunicationError",
          "InvalidIdentityToken",
          "PriorRequestNotComplete",
          "RequestTimeout",
          "RequestTimeoutException");
  private static final Set<String> NOT_ENABLED =
      Set.of("OptInRequired", "RegionDisabledException", "SubscriptionRequiredException");
  private static final Set<String> UNKNOWN_CREDENTIALS =
      Set.of(
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "SignatureDoesNotMatch");
  private static final Set<String> UNKNOWN_IN_THE_REGION =
      Set.of("AuthFailure", "InvalidClientTokenId", "UnrecognizedClientException");
  private static final String OR_NO_REGION =
      "), which it also says in a region that the account has not enabled";

  private AwsFailures() {}

  /**
   * Calls AWS and names the object in what fails. What the caller expects, such as a resource that
   * does not exist, it catches inside the call.
   */
  public static <T> T naming(String object, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw translate(object, e);
    }
  }

  /** Where the SDK only carries what one of our own credentials said, that is what is said. */
  public static ApplicationFailure translate(String object, SdkException failure) {
    // What Slipway itself refused, inside a call of a client library that wrapped it.
    Optional<ApplicationFailure> said = Causes.find(ApplicationFailure.class, failure);
    if (said.isPresent()) {
      return said.get();
    }
    if (failure instanceof AwsServiceException answer) {
      return answered(object, answer);
    }
    if (Causes.find(NoCredentials.class, failure).isPresent()) {
      return FailureType.AWS_UNAVAILABLE.failure(
          object + ": the worker has no AWS credentials", failure);
    }
    return FailureType.AWS_UNAVAILABLE.failure(
        object + ": AWS does not answer: " + withoutAttempts(failure), failure);
  }

  /** The error code of an answer, such as {@code AccessDenied}; empty where there is none. */
  static String codeOf(AwsServiceException failure) {
    boolean named =
        failure.awsErrorDetails() != null && failure.awsErrorDetails().errorCode() != null;
    return named ? failure.awsErrorDetails().errorCode() : "";
  }

  private static ApplicationFailure answered(String object, AwsServiceException failure) {
    String code = codeOf(failure);
    if (failure.isClockSkewException()) {
      return FailureType.AWS_UNAVAILABLE.failure(
          object + ": the worker's clock is not AWS's (" + code + ")", failure);
    }
    if (EXPIRED.contains(code)) {
      return FailureType.AWS_UNAVAILABLE.failure(
          object + ": the worker's AWS credentials have expired (" + code + ")", failure);
    }
    if (UNKNOWN_CREDENTIALS.contains(code)) {
      return FailureType.ACCESS_DENIED.failure(
          object + ": AWS does not accept the worker's credentials (" + code + ")", failure);
    }
    if (UNKNOWN_IN_THE_REGION.contains(code)) {
      return FailureType.ACCESS_DENIED.failure(
          object + ": AWS does not know the worker's credentials (" + code + OR_NO_REGION, failure);
    }
    FailureType type = KmsAnswer.in(failure).map(AwsFailures::typeOf).orElse(typeOf(failure));
    return type.failure(object + ": " + textOf(failure, code), failure);
  }

  private static FailureType typeOf(AwsServiceException failure) {
    String code = codeOf(failure);
    boolean throttled = failure.isThrottlingException() || code.contains("Throttling");
    if (throttled || PASSING.contains(code) || failure.statusCode() >= 500) {
      return FailureType.AWS_UNAVAILABLE;
    }
    boolean denied = code.startsWith("AccessDenied") || code.startsWith("NotAuthorized");
    boolean forbidden = failure.statusCode() == 401 || failure.statusCode() == 403;
    return denied || (forbidden && !NOT_ENABLED.contains(code))
        ? FailureType.ACCESS_DENIED
        : FailureType.AWS_REFUSED;
  }

  private static String textOf(AwsServiceException failure, String code) {
    if (code.isEmpty()) {
      return "HTTP status " + failure.statusCode() + " without an error code";
    }
    String said = failure.awsErrorDetails().errorMessage();
    return said == null ? code : code + ": " + KmsAnswer.withoutRequest(said);
  }

  /** The number of attempts differs from time to time; a plan's digest must not. */
  private static String withoutAttempts(SdkException failure) {
    return String.valueOf(failure.getMessage()).replaceAll(" \\(SDK Attempt Count: \\d+\\)", "");
  }
}
