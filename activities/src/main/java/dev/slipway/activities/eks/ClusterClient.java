package dev.slipway.activities.eks;

import dev.slipway.activities.eks.token.TokenInterceptor;
import dev.slipway.activities.eks.token.Tokens;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import javax.net.ssl.TrustManager;

/** Makes Kubernetes clients that know one cluster and nothing of the machine they run on. */
final class ClusterClient {
  // Well below what one attempt of an activity has, so that a hanging request fails by its name.
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
  private static final SharedThreads THREADS = new SharedThreads();

  private ClusterClient() {}

  static KubernetesClient of(EksCluster cluster, Tokens tokens, String userAgent) {
    TrustManager[] trusted = ClusterTrust.in(cluster.certificateAuthority());
    return new KubernetesClientBuilder()
        .withConfig(config(cluster, userAgent))
        .withKubernetesSerialization(SERIALIZATION)
        .withHttpClientFactory(THREADS)
        .withHttpClientBuilderConsumer(
            http ->
                http.proxyType(HttpClient.ProxyType.DIRECT)
                    .sslContext(null, trusted)
                    .addOrReplaceInterceptor(
                        TokenRefreshInterceptor.NAME, new TokenInterceptor(tokens)))
        .build();
  }

  // HTTP/1.1: a connection that hangs costs one request, not all that share it. No retries here:
  // Temporal retries, where it can be seen.
  private static Config config(EksCluster cluster, String userAgent) {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl(cluster.endpoint())
        .withUserAgent(userAgent)
        .withConnectionTimeout(TIMEOUT_MILLIS)
        .withRequestTimeout(TIMEOUT_MILLIS)
        .withRequestRetryBackoffLimit(0)
        .withHttp2Disable(true)
        .build();
  }
}
