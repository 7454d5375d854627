package dev.slipway.activities.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.allowance.Allowance;
import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.eks.OneCluster;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterLeaseTest {
  private static final Owner FIRST = new Owner("default", "platform/1/eu-west-3/a", "run-1");
  private static final Owner SECOND = new Owner("default", "typed-by-hand", "run-2");

  private static final Target TARGET = new Target(new ClusterId("1", "eu-west-3", "a"), null);
  private static final String PATH =
      "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/slipway";

  private final EmptyCluster cluster = new EmptyCluster();
  private final FakeOwnerStatus temporal = new FakeOwnerStatus();
  private final ClusterLease lease = new ClusterLease(cluster.client(), temporal);

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void namesTheOwnerOfAFreeCluster() {
    assertThat(lease.claim(FIRST, "plan-1")).isTrue();
    assertThat(held().getSpec().getHolderIdentity()).isEqualTo("platform/1/eu-west-3/a");
    assertThat(held().getSpec().getLeaseDurationSeconds()).isNull();
    assertThat(held().getMetadata().getAnnotations())
        .containsEntry("slipway.dev/temporal-namespace", "default")
        .containsEntry("slipway.dev/temporal-namespace-id", "id-of-default")
        .containsEntry("slipway.dev/workflow-id", "platform/1/eu-west-3/a")
        .containsEntry("slipway.dev/first-run-id", "run-1")
        .containsEntry("slipway.dev/plan-digest", "plan-1");
  }

  @Test
  void changesNothingWhenClaimedAgainByItsOwner() {
    lease.claim(FIRST, "plan-1");
    String version = held().getMetadata().getResourceVersion();
    assertThat(lease.claim(FIRST, "plan-1")).isFalse();
    assertThat(held().getMetadata().getResourceVersion()).isEqualTo(version);
  }

  @Test
  void namesThePlanThatItsOwnerCarriesOutNow() {
    lease.claim(FIRST, "plan-1");
    assertThat(lease.claim(FIRST, "plan-2")).isTrue();
    assertThat(held().getMetadata().getAnnotations())
        .containsEntry("slipway.dev/first-run-id", "run-1")
        .containsEntry("slipway.dev/plan-digest", "plan-2");
  }

  @Test
  void doesNotOverwriteWhatSomebodyElseWroteMeanwhile() {
    lease.claim(FIRST, "plan-1");
    cluster.server().after("GET", PATH, () -> handOver(FIRST, SECOND));

    assertThatThrownBy(() -> lease.claim(FIRST, "plan-3"))
        .hasMessageContaining("CLUSTER_UNREACHABLE")
        .hasMessageContaining("was changed at the same moment");
    assertThat(lease.isHeldBy(SECOND, "plan-2")).isTrue();
  }

  @Test
  void isHeldByExactlyItsOwnerUnderExactlyItsPlan() {
    lease.claim(FIRST, "plan-1");

    assertThat(lease.isHeldBy(FIRST, "plan-1")).isTrue();
    assertThat(lease.isHeldBy(FIRST, "plan-2")).isFalse();
    assertThat(lease.isHeldBy(SECOND, "plan-1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "other, platform/1/eu-west-3/a, run-1",
    "default, typed-by-hand, run-1",
    "default, platform/1/eu-west-3/a, run-2"
  })
  void isNotHeldByARunThatDiffersInOneThing(String namespace, String workflowId, String firstRun) {
    lease.claim(FIRST, "plan-1");

    assertThat(lease.isHeldBy(new Owner(namespace, workflowId, firstRun), "plan-1")).isFalse();
  }

  @Test
  void isHeldByNobodyWhereItIsNotThereOrNamesNoPlan() {
    assertThat(lease.isHeldBy(FIRST, "plan-1")).isFalse();
    lease.claim(FIRST, "plan-1");
    cluster.client().resource(held()).edit(ClusterLeaseTest::withoutPlan);

    assertThat(lease.isHeldBy(FIRST, "plan-1")).isFalse();
  }

  @Test
  void isHeldByNobodyWhereItNamesNoRun() {
    cluster
        .client()
        .leases()
        .inNamespace("kube-system")
        .resource(FakeOwnerStatus.leaseOfSomebody())
        .create();

    assertThat(lease.isHeldBy(FIRST, "plan-1")).isFalse();
  }

  @Test
  void doesNotTakeARefusalForAnAnswer() {
    cluster.server().deny("get", "coordination.k8s.io", "leases");

    assertThatThrownBy(() -> ownership(cluster.client()).holdsCluster(TARGET, FIRST, "plan-1"))
        .hasMessageContaining("ACCESS_DENIED")
        .hasMessageContaining("Lease kube-system/slipway");
  }

  @Test
  void doesNotTakeSilenceForAnAnswer() {
    try (KubernetesClient unreachable = unreachable()) {
      assertThatThrownBy(() -> ownership(unreachable).holdsCluster(TARGET, FIRST, "plan-1"))
          .hasMessageContaining("CLUSTER_UNREACHABLE")
          .hasMessageContaining("Lease kube-system/slipway");
    }
  }

  @Test
  void refusesASecondRunAndNamesTheFirst() {
    lease.claim(FIRST, "plan-1");
    assertThatThrownBy(() -> lease.claim(SECOND, "plan-2"))
        .isInstanceOf(ApplicationFailure.class)
        .hasMessageContaining("type='CLUSTER_OWNED'")
        .hasMessageContaining("workflow platform/1/eu-west-3/a (run run-1) in namespace default");
    assertThat(held().getSpec().getHolderIdentity()).isEqualTo("platform/1/eu-west-3/a");
  }

  @Test
  void isTakenOverFromARunThatHasEnded() {
    lease.claim(FIRST, "plan-1");
    temporal.closed(FIRST);
    assertThat(lease.claim(SECOND, "plan-2")).isTrue();
    assertThat(held().getMetadata().getAnnotations())
        .containsEntry("slipway.dev/first-run-id", "run-2")
        .containsEntry("slipway.dev/plan-digest", "plan-2");
  }

  @Test
  void refusesALeaseThatNamesNoRun() {
    cluster
        .client()
        .leases()
        .inNamespace("kube-system")
        .resource(FakeOwnerStatus.leaseOfSomebody())
        .create();
    assertThatThrownBy(() -> lease.claim(FIRST, "plan-1"))
        .hasMessageContaining("CLUSTER_OWNED")
        .hasMessageContaining("held by \"somebody\"");
  }

  @Test
  void isGivenBackByItsOwnerOnly() {
    lease.claim(FIRST, "plan-1");
    assertThat(lease.release(SECOND, duration -> {})).isFalse();
    assertThat(held()).isNotNull();
    assertThat(lease.release(FIRST, duration -> {})).isTrue();
    assertThat(held()).isNull();
    assertThat(lease.release(FIRST, duration -> {})).isFalse();
  }

  @Test
  void isNotClaimedForARunThatIsNotAllowed() {
    Mandate unseen = new Mandate(/* unattended= */ true, /* deletes= */ true);

    assertThatThrownBy(
            () -> ownership(cluster.client()).claimCluster(TARGET, FIRST, "plan-1", unseen))
        .hasMessageContaining("NOT_ALLOWED");
    assertThat(lease.holder()).isEmpty();
  }

  private void handOver(Owner from, Owner to) {
    lease.release(from, duration -> {});
    lease.claim(to, "plan-2");
  }

  private static OwnershipActivitiesImpl ownership(KubernetesClient client) {
    return new OwnershipActivitiesImpl(
        new Allowed(Allowance.DEFAULT),
        new OneCluster(client),
        new FakeOwnerStatus(),
        duration -> {});
  }

  private static KubernetesClient unreachable() {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("http://127.0.0.1:1")
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static Lease withoutPlan(Lease lease) {
    lease.getMetadata().getAnnotations().remove("slipway.dev/plan-digest");
    return lease;
  }

  private Lease held() {
    return cluster.client().leases().inNamespace("kube-system").withName("slipway").get();
  }
}
