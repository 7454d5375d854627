package dev.slipway.activities.eks.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.SettableClock;
import dev.slipway.activities.aws.AwsAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class TokenSignerTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void presignsACallOfTheRegionalEndpointForTheCluster() {
    URI url = url(sign(AwsBasicCredentials.create("AKIDTEST", "planted"), null));

    assertThat(url.getHost()).isEqualTo("sts.eu-west-3.amazonaws.com");
    assertThat(url.getQuery())
        .contains(
            "Action=GetCallerIdentity",
            "Version=2011-06-15",
            "X-Amz-Expires=60",
            "X-Amz-Date=20260101T000000Z",
            "X-Amz-SignedHeaders=host;x-k8s-aws-id",
            "X-Amz-Credential=AKIDTEST/20260101/eu-west-3/sts/aws4_request")
        .doesNotContain("planted");
  }

  @Test
  void signsForTheEndpointThatIsConfigured() {
    URI configured = URI.create("http://127.0.0.1:4566");

    assertThat(url(sign(AwsBasicCredentials.create("AKIDTEST", "planted"), configured)).getPort())
        .isEqualTo(4566);
  }

  @Test
  void renewsByTheIntervalWhenCredentialsLast() {
    EksToken token = sign(AwsBasicCredentials.create("AKIDTEST", "planted"), null);

    assertThat(token.renewAt()).isEqualTo(Instant.parse("2026-01-01T00:10:00Z"));
  }

  @Test
  void renewsBeforeTemporaryCredentialsEnd() {
    AwsCredentials ending =
        AwsSessionCredentials.builder()
            .accessKeyId("ASIATEST")
            .secretAccessKey("planted")
            .sessionToken("session")
            .expirationTime(Instant.parse("2026-01-01T00:05:00Z"))
            .build();

    assertThat(sign(ending, null).renewAt()).isEqualTo(Instant.parse("2026-01-01T00:04:00Z"));
  }

  @Test
  void neverPrintsAToken() {
    EksToken token = sign(AwsBasicCredentials.create("AKIDTEST", "planted"), null);

    assertThat(token.toString()).doesNotContain("k8s-aws-v1");
  }

  private EksToken sign(AwsCredentials credentials, URI endpoint) {
    return new TokenSigner(
            target -> StaticCredentialsProvider.create(credentials),
            target -> Optional.ofNullable(endpoint),
            Duration.ofMinutes(10),
            clock)
        .sign(AwsAccount.ALPHA);
  }

  private static URI url(EksToken token) {
    String encoded = token.value().substring("k8s-aws-v1.".length());
    return URI.create(new String(Base64.getUrlDecoder().decode(encoded), UTF_8));
  }
}
