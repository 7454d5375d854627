package dev.slipway.e2e.bed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.aws.AwsKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The bed's API server takes EKS tokens as EKS does. */
@ExtendWith(BedExtension.class)
@Tag("core")
final class EksTokensE2E {
  @Test
  void takesTokensOfItsOwnClusterWhileTheyLive(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    AwsKeys other = bed.aws().keysOf("222222222222");

    assertThat(alpha.apiServer().statusFor(token(alpha.keys(), "alpha"))).isEqualTo(200);
    assertThat(alpha.apiServer().statusFor(token(other, "alpha"))).isEqualTo(200);
    assertThat(alpha.apiServer().statusFor(token(alpha.keys(), "beta"))).isEqualTo(401);
    assertThat(alpha.apiServer().statusFor(token(new AwsKeys("test", "wrong"), "alpha")))
        .isEqualTo(401);

    alpha.tokens().tokensLive(Duration.ZERO);

    assertThat(alpha.apiServer().statusFor(token(bed.aws().keysOf("333333333333"), "alpha")))
        .isEqualTo(401);
    assertThat(alpha.tokens().decisions()).contains("accepted test");
  }

  private static String token(AwsKeys keys, String cluster) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("https://sts.us-west-2.amazonaws.com/"))
            .putRawQueryParameter("Action", "GetCallerIdentity")
            .putRawQueryParameter("Version", "2011-06-15")
            .putHeader("x-k8s-aws-id", cluster)
            .build();
    URI signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(AwsCredentialsIdentity.create(keys.accessKey(), keys.secretKey()))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-west-2")
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofSeconds(60)))
            .request()
            .getUri();
    return "k8s-aws-v1."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(signed.toString().getBytes(StandardCharsets.UTF_8));
  }
}
