package dev.slipway.activities.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.SettableClock;
import dev.slipway.activities.aws.AwsAccount;
import dev.slipway.activities.eks.token.TokenSigner;
import dev.slipway.activities.eks.token.Tokens;
import dev.slipway.standins.aws.StandInEksCluster;
import dev.slipway.standins.cluster.SeenRequest;
import dev.slipway.standins.cluster.StandInCluster;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
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
  private final StandInCluster apiServer = StandInCluster.start();
  private final AwsAccount account = new AwsAccount();
  private EksClusterAccess access;

  @BeforeEach
  void open() {
    account.runs("alpha", apiServer);
    access = new EksClusterAccess(account.clients(), Duration.ofMinutes(10), "slipway/test", clock);
  }

  @AfterEach
  void close() {
    access.close();
    account.close();
    apiServer.close();
  }

  @Test
  void keepsATokenWhileItIsYoung() {
    list();
    clock.advance(Duration.ofMinutes(9));
    list();

    assertThat(tokens(apiServer)).hasSize(2);
    assertThat(distinctTokens()).hasSize(1);
    assertThat(distinctTokens().get(0)).startsWith("k8s-aws-v1.");
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
    String refused = tokens(apiServer).get(0);
    apiServer.letIn(token -> !token.equals(refused));
    list();

    assertThat(tokens(apiServer)).hasSize(3);
    assertThat(tokens(apiServer).get(2)).isNotEqualTo(tokens(apiServer).get(1));
  }

  @Test
  void asksOnlyTwiceWhenTheCallerIsUnknown() {
    apiServer.letIn(token -> false);

    assertThatThrownBy(this::list)
        .isInstanceOfSatisfying(
            KubernetesClientException.class, it -> assertThat(it.getCode()).isEqualTo(401));
    assertThat(tokens(apiServer)).hasSize(2);
  }

  @Test
  void sharesOneClientAndAsksEksOnce() {
    KubernetesClient first = access.client(AwsAccount.ALPHA);

    assertThat(access.client(AwsAccount.ALPHA)).isSameAs(first);
    assertThat(Collections.frequency(account.calls(), "DescribeCluster")).isEqualTo(1);
  }

  @Test
  void closesAClientThatNobodyHasUsedForLong() {
    account.runs("beta", apiServer);
    ClusterId beta = new ClusterId("123456789012", "eu-west-3", "beta");
    KubernetesClient idle = access.client(AwsAccount.ALPHA);
    clock.advance(Duration.ofMinutes(61));
    access.client(new Target(beta, null));

    assertThat(access.client(AwsAccount.ALPHA)).isNotSameAs(idle);
    assertThatThrownBy(() -> idle.namespaces().list()).hasMessageContaining("closed");
  }

  @Test
  void followsAClusterThatWasMadeAgainElsewhere() {
    list();
    try (StandInCluster other = StandInCluster.start()) {
      account.runs("alpha", other);
      clock.advance(Duration.ofMinutes(10));
      list();

      assertThat(tokens(other)).hasSize(1);
    }
  }

  @Test
  void tellsItselfApartInAuditLogs() {
    list();

    assertThat(apiServer.requests())
        .extracting(SeenRequest::userAgent)
        .containsExactly("slipway/test");
  }

  @Test
  void goesPastTheProxyOfTheMachine() {
    EksCluster cluster = new EksClusters(account.clients()).describe(AwsAccount.ALPHA);
    TokenSigner signer = new TokenSigner(account.clients(), Duration.ofMinutes(1), clock);
    Tokens tokens = new Tokens(signer, AwsAccount.ALPHA, clock);
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", "9");
    System.setProperty("http.nonProxyHosts", "");
    try (KubernetesClient client = ClusterClient.of(cluster, tokens, "slipway/test")) {
      client.namespaces().list();
    } finally {
      System.clearProperty("https.proxyHost");
      System.clearProperty("https.proxyPort");
      System.clearProperty("http.nonProxyHosts");
    }
    assertThat(tokens(apiServer)).hasSize(1);
  }

  @Test
  void putsAFreshTokenIntoAKubeconfig() {
    list();
    clock.advance(Duration.ofMinutes(5));
    String kubeconfig = access.kubeconfig(AwsAccount.ALPHA);

    assertThat(kubeconfig)
        .contains("\"server\":\"" + apiServer.endpoint() + "\"", "\"current-context\":\"alpha\"")
        .contains("\"token\":\"k8s-aws-v1.")
        .doesNotContain(distinctTokens().get(0));
  }

  @Test
  void saysThatAClusterIsNotThereYet() {
    account.aws().eks().put(new StandInEksCluster("eu-west-3", "alpha", "CREATING", null, null));

    assertThatThrownBy(this::list)
        .hasMessageContaining("CLUSTER_UNREACHABLE")
        .hasMessageContaining("it is CREATING");
  }

  @Test
  void saysThatAClusterDoesNotExist() {
    ClusterId gamma = new ClusterId("123456789012", "eu-west-3", "gamma");

    assertThatThrownBy(() -> access.client(new Target(gamma, null)))
        .hasMessageContaining("UNKNOWN_CLUSTER")
        .hasMessageContaining("EKS cluster 123456789012/eu-west-3/gamma does not exist");
  }

  private void list() {
    access.client(AwsAccount.ALPHA).namespaces().list();
  }

  private static List<String> tokens(StandInCluster apiServer) {
    return apiServer.requests().stream().map(SeenRequest::token).toList();
  }

  private List<String> distinctTokens() {
    return tokens(apiServer).stream().distinct().toList();
  }
}
