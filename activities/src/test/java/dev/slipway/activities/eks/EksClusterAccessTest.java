package dev.slipway.activities.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.SettableClock;
import dev.slipway.activities.aws.StubAws;
import dev.slipway.workflows.contract.Target;
import dev.slipway.workflows.platform.ClusterId;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EksClusterAccessTest {
  private final SettableClock clock = new SettableClock();
  private final StubApiServer apiServer = new StubApiServer();
  private final StubAws aws = new StubAws();
  private EksClusterAccess access;

  @BeforeEach
  void open() {
    aws.services().apiServer(apiServer.url());
    access = new EksClusterAccess(aws.clients(), Duration.ofMinutes(10), "slipway/test", clock);
  }

  @AfterEach
  void close() {
    access.close();
    aws.close();
    apiServer.close();
  }

  @Test
  void keepsATokenWhileItIsYoung() {
    list();
    clock.advance(Duration.ofMinutes(9));
    list();

    assertThat(apiServer.tokens()).hasSize(2);
    assertThat(distinctTokens()).hasSize(1);
    assertThat(distinctTokens().get(0)).startsWith("Bearer k8s-aws-v1.");
  }

  @Test
  void renewsATokenWellBeforeItEnds() {
    list();
    clock.advance(Duration.ofMinutes(10));
    list();

    assertThat(distinctTokens()).hasSize(2);
  }

  @Test
  void renewsATokenAtOnceWhenItIsRefused() {
    list();
    clock.advance(Duration.ofSeconds(1));
    apiServer.refusingTheNext(1);
    list();

    assertThat(apiServer.tokens()).hasSize(3);
    assertThat(apiServer.tokens().get(2)).isNotEqualTo(apiServer.tokens().get(1));
  }

  @Test
  void asksOnlyTwiceWhenTheCallerIsUnknown() {
    apiServer.refusingTheNext(Integer.MAX_VALUE);

    assertThatThrownBy(this::list)
        .isInstanceOfSatisfying(
            KubernetesClientException.class, it -> assertThat(it.getCode()).isEqualTo(401));
    assertThat(apiServer.tokens()).hasSize(2);
  }

  @Test
  void sharesOneClientAndAsksEksOnce() {
    KubernetesClient first = access.client(StubAws.ALPHA);

    assertThat(access.client(StubAws.ALPHA)).isSameAs(first);
    assertThat(Collections.frequency(aws.calls(), "DescribeCluster")).isEqualTo(1);
  }

  @Test
  void closesAClientThatNobodyHasUsedForLong() {
    aws.services().cluster("beta", "ACTIVE");
    ClusterId beta = new ClusterId("123456789012", "eu-west-3", "beta");
    KubernetesClient idle = access.client(StubAws.ALPHA);
    clock.advance(Duration.ofMinutes(61));
    access.client(new Target(beta, null));

    assertThat(access.client(StubAws.ALPHA)).isNotSameAs(idle);
    assertThatThrownBy(() -> idle.namespaces().list()).hasMessageContaining("closed");
  }

  @Test
  void followsAClusterThatWasMadeAgainElsewhere() {
    list();
    try (StubApiServer other = new StubApiServer()) {
      aws.services().apiServer(other.url());
      clock.advance(Duration.ofMinutes(10));
      list();

      assertThat(other.tokens()).hasSize(1);
    }
  }

  @Test
  void tellsItselfApartInAuditLogs() {
    list();

    assertThat(apiServer.userAgents()).containsExactly("slipway/test");
  }

  @Test
  void goesPastTheProxyOfTheMachine() {
    EksCluster cluster = new EksClusters(aws.clients()).describe(StubAws.ALPHA);
    TokenSigner signer = new TokenSigner(aws.clients(), Duration.ofMinutes(1), clock);
    Tokens tokens = new Tokens(signer, StubAws.ALPHA, clock);
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "9");
    System.setProperty("http.nonProxyHosts", "");
    try (KubernetesClient client = ClusterClient.open(cluster, tokens, "slipway/test")) {
      client.namespaces().list();
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
    assertThat(apiServer.tokens()).hasSize(1);
  }

  @Test
  void putsAFreshTokenIntoAKubeconfig() {
    list();
    clock.advance(Duration.ofMinutes(5));
    String kubeconfig = access.kubeconfig(StubAws.ALPHA);

    assertThat(kubeconfig)
        .contains("\"server\":\"" + apiServer.url() + "\"", "\"current-context\":\"alpha\"")
        .contains("\"token\":\"k8s-aws-v1.")
        .doesNotContain(distinctTokens().get(0).substring("Bearer ".length()));
  }

  @Test
  void saysThatAClusterIsNotThereYet() {
    aws.services().cluster("alpha", "CREATING");

    assertThatThrownBy(this::list)
        .hasMessageContaining("CLUSTER_UNREACHABLE")
        .hasMessageContaining("it is CREATING");
  }

  @Test
  void saysThatAClusterDoesNotExist() {
    aws.services().noCluster("alpha");

    assertThatThrownBy(this::list)
        .hasMessageContaining("UNKNOWN_CLUSTER")
        .hasMessageContaining("EKS cluster 123456789012/eu-west-3/alpha does not exist");
  }

  private void list() {
    access.client(StubAws.ALPHA).namespaces().list();
  }

  private List<String> distinctTokens() {
    return apiServer.tokens().stream().distinct().toList();
  }
}
