package dev.slipway.activities.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Where services answer, and how they are called; one HTTP client for all. */
final class Endpoints implements AutoCloseable {
  // AWS answers these calls within a second; what takes longer is tried again by the SDK.
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(5))
          .socketTimeout(Duration.ofSeconds(10))
          .build();
  private final URI override;

  /**
   * Endpoints of AWS.
   *
   * @param override where all services answer; null to let the SDK find each
   */
  Endpoints(URI override) {
    this.override = override;
  }

  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, String region, AwsCredentialsProvider credentials) {
    builder.httpClient(http).region(Region.of(region)).credentialsProvider(credentials);
    return override == null ? builder.build() : builder.endpointOverride(override).build();
  }

  @Override
  public void close() {
    http.close();
  }
}
