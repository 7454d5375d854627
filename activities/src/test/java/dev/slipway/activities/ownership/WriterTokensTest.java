package dev.slipway.activities.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.platform.SamplePlatform;
import dev.slipway.workflows.platform.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterTokensTest {
  private static final Target TARGET =
      SamplePlatform.named("alpha").withPackages("digest").target();
  private static final Owner RUN = new Owner("default", "install", "first");
  private static final Owner NEXT = new Owner("default", "install", "second");
  private static final String TOKEN = "writer.slipway.dev/release-argocd";

  private final EmptyCluster cluster = new EmptyCluster();
  private final List<Duration> waits = new ArrayList<>();
  private final ClusterLease lease = new ClusterLease(cluster.client(), new Closed());

  /** Every run but the asking one has ended. */
  private static final class Closed implements OwnerStatus {
    @Override
    public String namespaceId(String namespace) {
      return "id";
    }

    @Override
    public boolean isClosed(Owner owner, String namespaceId) {
      return true;
    }
  }

  @BeforeEach
  void claim() {
    lease.claim(RUN, "plan");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void writesTheAttemptIntoTheLeaseAndTakesItOut() {
    try (WriterToken token = take(RUN, "1")) {
      token.requireHeld();
      assertThat(annotations()).containsEntry(TOKEN, "1");
    }
    assertThat(annotations()).doesNotContainKey(TOKEN);
    assertThat(waits).isEmpty();
  }

  @Test
  void waitsWhereAnEarlierAttemptHasNotGivenItBack() {
    WriterToken earlier = take(RUN, "1");
    try (WriterToken later = take(RUN, "2")) {
      assertThat(waits).containsExactly(Duration.ofSeconds(15));
      earlier.look();
      assertThatThrownBy(earlier::requireHeld).hasMessageContaining("Somebody else writes");
      earlier.close();
      assertThat(annotations()).containsEntry(TOKEN, "2");
      later.look();
      later.requireHeld();
    }
  }

  @Test
  void letsTwoWritersWriteAtOnce() {
    try (WriterToken one = take(RUN, "1");
        WriterToken other = tokens("2").take(TARGET, RUN, "release-external-secrets")) {
      one.look();
      other.look();
      one.requireHeld();
      other.requireHeld();
    }
    assertThat(waits).isEmpty();
  }

  @Test
  void refusesARunThatDoesNotHoldTheCluster() {
    assertThatThrownBy(() -> take(NEXT, "1")).hasMessageContaining("CLUSTER_OWNED");
    lease.release(RUN, waits::add);
    assertThatThrownBy(() -> take(RUN, "1")).hasMessageContaining("CLUSTER_OWNED");
  }

  @Test
  void asksForTheWorkflowWhereAnEarlierBuildNamesNoRun() {
    assertThatCode(() -> take(null, "1").close()).doesNotThrowAnyException();
    Attempt others = new Attempt("default", "another", "1");
    WriterTokens tokens = new WriterTokens(cluster.access(), () -> others, waits::add);
    assertThatThrownBy(() -> tokens.take(TARGET, null, "release-argocd"))
        .hasMessageContaining("CLUSTER_OWNED");
  }

  @Test
  void losesItWithTheLease() {
    WriterToken token = take(RUN, "1");
    cluster.client().leases().inNamespace("kube-system").withName("slipway").delete();
    token.look();
    assertThatThrownBy(token::requireHeld).hasMessageContaining("does not hold the cluster");
  }

  @Test
  void goesOnBlindForTenSecondsAndNoLonger() {
    long[] now = {0};
    LeaseWriters writers =
        new LeaseWriters(cluster.client(), RUN, new Attempt("default", "install", "1"));
    writers.take("release-argocd");
    WriterToken token = new WriterToken(writers, "release-argocd", () -> now[0]);
    cluster.server().deny("get", "coordination.k8s.io", "leases");
    now[0] = Duration.ofSeconds(10).toNanos();
    token.look();
    token.requireHeld();
    now[0]++;
    assertThatThrownBy(token::requireHeld).hasMessageContaining("could not be read for 10 s");
  }

  @Test
  void keepsTheWritersOfAnOwnerThatHasEndedSoThatTheNextOnesWait() {
    WriterToken cutOff = take(RUN, "1");
    lease.claim(NEXT, "plan");
    assertThat(annotations()).containsEntry(TOKEN, "1");
    cutOff.look();
    assertThatThrownBy(cutOff::requireHeld).hasMessageContaining("does not hold the cluster");
    take(NEXT, "2").close();
    assertThat(waits).containsExactly(Duration.ofSeconds(15));
  }

  @Test
  void givesTheLeaseBackOnceAWriterThatIsCutOffHasStopped() {
    WriterToken cutOff = take(RUN, "1");
    assertThat(
            lease.release(
                RUN,
                duration -> {
                  waits.add(duration);
                  cutOff.look();
                  assertThatThrownBy(cutOff::requireHeld).isNotNull();
                  cutOff.close();
                  assertThat(annotations()).containsKey(TOKEN);
                }))
        .isTrue();
    assertThat(waits).containsExactly(Duration.ofSeconds(15));
    assertThat(lease.holder()).isEmpty();
  }

  private WriterToken take(Owner owner, String attempt) {
    return tokens(attempt).take(TARGET, owner, "release-argocd");
  }

  private WriterTokens tokens(String attempt) {
    return new WriterTokens(
        cluster.access(), () -> new Attempt("default", "install", attempt), waits::add);
  }

  private Map<String, String> annotations() {
    return ClusterLease.find(cluster.client()).orElseThrow().getMetadata().getAnnotations();
  }
}
