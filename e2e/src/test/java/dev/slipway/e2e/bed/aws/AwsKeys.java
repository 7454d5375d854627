package dev.slipway.e2e.bed.aws;

import java.util.Map;

/** Access key and secret key, as the bed's moto gives them out. */
public record AwsKeys(String accessKey, String secretKey) {
  /** Keys of moto's own account, 123456789012. */
  public static final AwsKeys TEST = new AwsKeys("test", "test");

  /** The bed's moto derives secret keys from access keys, so that tokens can be checked. */
  public static String secretKeyOf(String accessKey) {
    return accessKey.equals(TEST.accessKey()) ? TEST.secretKey() : "secret-of-" + accessKey;
  }

  public Map<String, String> environment() {
    return Map.of("AWS_ACCESS_KEY_ID", accessKey, "AWS_SECRET_ACCESS_KEY", secretKey);
  }
}
