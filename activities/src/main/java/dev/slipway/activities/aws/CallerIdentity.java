package dev.slipway.activities.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** As whom the worker acts in AWS. */
public final class CallerIdentity {
  // Answers for every partition's own accounts where no region is configured.
  private static final String FALLBACK_REGION = "us-east-1";

  private final AwsClients aws;

  public CallerIdentity(AwsClients aws) {
    this.aws = aws;
  }

  /**
   * ARN of the identity; asks STS.
   *
   * @throws SdkException where AWS does not tell
   */
  public String arn() {
    return aws.ownArn(region());
  }

  private static String region() {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    } catch (SdkClientException e) {
      return FALLBACK_REGION;
    }
  }
}
