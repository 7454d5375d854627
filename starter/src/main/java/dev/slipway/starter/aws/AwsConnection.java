package dev.slipway.starter.aws;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/** AWS with the operator's own credentials, found as the AWS CLI finds them. */
final class AwsConnection {
  private final String region;
  private final Map<String, String> environment;

  AwsConnection(String region, Map<String, String> environment) {
    this.region = region;
    this.environment = environment;
  }

  StsClient sts() {
    return build(StsClient.builder(), "STS");
  }

  SecretsManagerClient secretsManager() {
    return build(SecretsManagerClient.builder(), "SECRETS_MANAGER");
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, String service) {
    builder
        .region(Region.of(region))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(10)));
    String common = environment.get("AWS_ENDPOINT_URL");
    String endpoint = environment.getOrDefault("AWS_ENDPOINT_URL_" + service, common);
    return endpoint == null
        ? builder.build()
        : builder.endpointOverride(URI.create(endpoint)).build();
  }

  /** Says in words what AWS answered; a message of AWS repeats no secret value. */
  static <T> T translating(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      String said = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
      throw new CommandFailure(
          ExitCode.AWS_FAILED,
          "AWS refused to " + what + ": " + said + " (" + e.statusCode() + ")");
    } catch (SdkException e) {
      throw new CommandFailure(
          ExitCode.AWS_FAILED,
          "AWS could not be asked to " + what + "; check your credentials and network");
    }
  }
}
