package dev.slipway.e2e.bed.aws;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/** AWS clients with which a test looks into an account, or prepares it. */
public record AwsClients(URI endpoint, AwsKeys keys, String region) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public SecretsManagerClient secrets() {
    return configured(SecretsManagerClient.builder()).build();
  }

  public EksClient eks() {
    return configured(EksClient.builder()).build();
  }

  public StsClient sts() {
    return configured(StsClient.builder()).build();
  }

  public Route53Client route53() {
    return configured(Route53Client.builder()).build();
  }

  public Ec2Client ec2() {
    return configured(Ec2Client.builder()).build();
  }

  public ElasticLoadBalancingV2Client balancers() {
    return configured(ElasticLoadBalancingV2Client.builder()).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallTimeout(PATIENCE)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, "bed-test")
                .build());
  }
}
