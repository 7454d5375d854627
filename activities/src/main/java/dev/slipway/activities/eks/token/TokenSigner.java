package dev.slipway.activities.eks.token;

import dev.slipway.activities.aws.AwsClients;
import dev.slipway.workflows.platform.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointParams;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;

/**
 * Makes tokens as {@code aws eks get-token} does: a GetCallerIdentity request, presigned for the
 * cluster and never sent by us.
 */
public final class TokenSigner {
  // As aws eks get-token presigns it; the API server asks STS at once.
  private static final Duration URL_LIFETIME = Duration.ofSeconds(60);
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private final Function<Target, AwsCredentialsProvider> callers;
  private final Function<Target, Optional<URI>> overrides;
  private final Duration renewal;
  private final Clock clock;

  /** Signs as who acts on the target, once they have proven to be of its account. */
  public TokenSigner(AwsClients aws, Duration renewal, Clock clock) {
    this(
        aws::credentials,
        target -> aws.sts(target).serviceClientConfiguration().endpointOverride(),
        renewal,
        clock);
  }

  TokenSigner(
      Function<Target, AwsCredentialsProvider> callers,
      Function<Target, Optional<URI>> overrides,
      Duration renewal,
      Clock clock) {
    this.callers = callers;
    this.overrides = overrides;
    this.renewal = renewal;
    this.clock = clock;
  }

  public EksToken sign(Target target) {
    Instant now = clock.instant();
    AwsCredentialsIdentity caller = callers.apply(target).resolveCredentials();
    SdkHttpRequest signed =
        SIGNER
            .sign(
                call ->
                    call.identity(caller)
                        .request(callerIdentity(target))
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, target.cluster().region())
                        .putProperty(
                            AwsV4HttpSigner.AUTH_LOCATION,
                            AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, URL_LIFETIME))
            .request();
    return new EksToken(encode(signed.getUri()), renewAt(now, caller));
  }

  /** Temporary credentials may end before the token would. */
  private Instant renewAt(Instant now, AwsCredentialsIdentity caller) {
    Instant planned = now.plus(renewal);
    Instant end = caller.expirationTime().map(at -> at.minus(URL_LIFETIME)).orElse(planned);
    return end.isBefore(planned) ? end : planned;
  }

  private SdkHttpRequest callerIdentity(Target target) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.GET)
        .uri(endpoint(target))
        .putRawQueryParameter("Action", "GetCallerIdentity")
        .putRawQueryParameter("Version", "2011-06-15")
        .putHeader("x-k8s-aws-id", target.cluster().name())
        .build();
  }

  private URI endpoint(Target target) {
    return overrides.apply(target).orElseGet(() -> regionalEndpoint(target));
  }

  private static URI regionalEndpoint(Target target) {
    StsEndpointParams where =
        StsEndpointParams.builder()
            .region(Region.of(target.cluster().region()))
            .useGlobalEndpoint(false)
            .build();
    return StsEndpointProvider.defaultProvider().resolveEndpoint(where).join().url();
  }

  private static String encode(URI url) {
    byte[] text = url.toString().getBytes(StandardCharsets.UTF_8);
    return "k8s-aws-v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }
}
