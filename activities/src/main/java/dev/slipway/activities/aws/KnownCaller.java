package dev.slipway.activities.aws;

import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Knows whose credentials are; asks again when they have become others. */
final class KnownCaller {
  private final AwsCredentialsProvider provider;
  private final Function<AwsCredentials, Caller> ask;
  private volatile Caller known;

  /**
   * The caller behind a provider.
   *
   * @param ask asks STS with exactly these credentials
   */
  KnownCaller(AwsCredentialsProvider provider, Function<AwsCredentials, Caller> ask) {
    this.provider = provider;
    this.ask = ask;
  }

  Caller current() {
    AwsCredentials now = provider.resolveCredentials();
    Caller last = known;
    if (last == null || !last.has(now)) {
      last = ask.apply(now);
      known = last;
    }
    return new Caller(now, last.account(), last.arn());
  }
}
