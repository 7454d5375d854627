package dev.slipway.activities.aws;

import dev.slipway.workflows.failure.FailureType;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Gives credentials out only when they have proven to be of one account. */
final class ProvenCredentials implements AwsCredentialsProvider {
  private final KnownCaller caller;
  private final String account;

  ProvenCredentials(KnownCaller caller, String account) {
    this.caller = caller;
    this.account = account;
  }

  /**
   * The present credentials.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#ACCOUNT_MISMATCH} where they
   *     are of another account
   * @throws software.amazon.awssdk.core.exception.SdkException where AWS does not tell
   */
  @Override
  public AwsCredentials resolveCredentials() {
    Caller present = caller.current();
    if (!present.account().equals(account)) {
      throw FailureType.ACCOUNT_MISMATCH.failure(
          "the request names account %s, but the worker acts as %s in account %s"
              .formatted(account, present.arn(), present.account()));
    }
    return present.credentials();
  }
}
