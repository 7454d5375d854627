package dev.slipway.activities.failure;

import software.amazon.awssdk.core.exception.SdkClientException;

/** The SDK found no credentials of the worker's own: for a moment, as far as anybody can tell. */
public final class NoCredentials extends SdkClientException {
  private static final long serialVersionUID = 1;

  public NoCredentials(SdkClientException cause) {
    super(SdkClientException.builder().message(cause.getMessage()).cause(cause));
  }
}
