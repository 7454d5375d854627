package dev.slipway.activities.aws;

import dev.slipway.activities.failure.NoCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The worker's own credentials. That there are none has a type of its own: the SDK tells it in the
 * texts of its providers only.
 */
final class OwnCredentials implements AwsCredentialsProvider {
  private final AwsCredentialsProvider provider;

  OwnCredentials(AwsCredentialsProvider provider) {
    this.provider = provider;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider.resolveCredentials();
    } catch (SdkClientException e) {
      throw new NoCredentials(e);
    }
  }
}
