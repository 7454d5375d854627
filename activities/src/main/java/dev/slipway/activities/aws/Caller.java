package dev.slipway.activities.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Credentials, and whose they are. */
record Caller(AwsCredentials credentials, String account, String arn) {

  boolean has(AwsCredentials others) {
    return credentials.accessKeyId().equals(others.accessKeyId());
  }

  /** Keeps the keys out of logs and failures. */
  @Override
  public String toString() {
    return arn;
  }
}
