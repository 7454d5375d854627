package dev.slipway.activities.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.contract.Owner;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class ClusterLeaseTest {
  private static final Owner FIRST = new Owner("default", "platform/1/eu-west-3/a", "run-1");
  private static final Owner SECOND = new Owner("default", "typed-by-hand", "run-2");

  KubernetesClient client;
  private final FakeOwnerStatus temporal = new FakeOwnerStatus();
  private ClusterLease lease;

  @BeforeEach
  void lease() {
    lease = new ClusterLease(client, temporal);
  }

  @Test
  void namesTheOwnerOfAFreeCluster() {
    assertThat(lease.claim(FIRST)).isTrue();
    assertThat(held().getSpec().getHolderIdentity()).isEqualTo("platform/1/eu-west-3/a");
    assertThat(held().getSpec().getLeaseDurationSeconds()).isNull();
    assertThat(held().getMetadata().getAnnotations())
        .containsEntry("slipway.dev/temporal-namespace", "default")
        .containsEntry("slipway.dev/temporal-namespace-id", "id-of-default")
        .containsEntry("slipway.dev/workflow-id", "platform/1/eu-west-3/a")
        .containsEntry("slipway.dev/first-run-id", "run-1");
  }

  @Test
  void changesNothingWhenClaimedAgainByItsOwner() {
    lease.claim(FIRST);
    String version = held().getMetadata().getResourceVersion();
    assertThat(lease.claim(FIRST)).isFalse();
    assertThat(held().getMetadata().getResourceVersion()).isEqualTo(version);
  }

  @Test
  void refusesASecondRunAndNamesTheFirst() {
    lease.claim(FIRST);
    assertThatThrownBy(() -> lease.claim(SECOND))
        .isInstanceOf(ApplicationFailure.class)
        .hasMessageContaining("type='CLUSTER_OWNED'")
        .hasMessageContaining("workflow platform/1/eu-west-3/a (run run-1) in namespace default");
    assertThat(held().getSpec().getHolderIdentity()).isEqualTo("platform/1/eu-west-3/a");
  }

  @Test
  void isTakenOverFromARunThatHasEnded() {
    lease.claim(FIRST);
    temporal.closed(FIRST);
    assertThat(lease.claim(SECOND)).isTrue();
    assertThat(held().getMetadata().getAnnotations())
        .containsEntry("slipway.dev/first-run-id", "run-2");
  }

  @Test
  void refusesALeaseThatNamesNoRun() {
    client.leases().inNamespace("kube-system").resource(FakeOwnerStatus.leaseOfSomebody()).create();
    assertThatThrownBy(() -> lease.claim(FIRST))
        .hasMessageContaining("CLUSTER_OWNED")
        .hasMessageContaining("held by \"somebody\"");
  }

  @Test
  void isGivenBackByItsOwnerOnly() {
    lease.claim(FIRST);
    assertThat(lease.release(SECOND)).isFalse();
    assertThat(held()).isNotNull();
    assertThat(lease.release(FIRST)).isTrue();
    assertThat(held()).isNull();
    assertThat(lease.release(FIRST)).isFalse();
  }

  private Lease held() {
    return client.leases().inNamespace("kube-system").withName("slipway").get();
  }
}
