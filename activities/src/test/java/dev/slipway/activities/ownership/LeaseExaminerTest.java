package dev.slipway.activities.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.SamplePlatform;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseExaminerTest {
  private static final Owner FIRST = new Owner("default", "platform/a", "run-1");
  private static final Owner SECOND = new Owner("default", "by-hand", "run-2");

  private final EmptyCluster cluster = new EmptyCluster();
  private final FakeOwnerStatus temporal = new FakeOwnerStatus();

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void findsNothingOnAFreeClusterAndOnItsOwn() {
    assertThat(findings(FIRST).blockers()).isEmpty();
    assertThat(findings(FIRST).warnings()).isEmpty();
    new ClusterLease(cluster.client(), temporal).claim(FIRST, "plan-1");
    assertThat(findings(FIRST).blockers()).isEmpty();
    assertThat(findings(FIRST).warnings()).isEmpty();
  }

  @Test
  void blocksASecondRunAndNamesTheFirst() {
    new ClusterLease(cluster.client(), temporal).claim(FIRST, "plan-1");
    assertThat(findings(SECOND).blockers())
        .containsExactly(
            new Finding(
                "Lease kube-system/slipway",
                "the cluster is owned by workflow platform/a (run run-1) in namespace default"));
  }

  @Test
  void warnsThatItTakesOverFromARunThatHasEnded() {
    new ClusterLease(cluster.client(), temporal).claim(FIRST, "plan-1");
    temporal.closed(FIRST);
    assertThat(findings(SECOND).blockers()).isEmpty();
    assertThat(findings(SECOND).warnings())
        .containsExactly(
            new Finding(
                "Lease kube-system/slipway",
                "it is held by workflow platform/a (run run-1) in namespace default,"
                    + " which has ended; it will be taken over"));
  }

  private Findings findings(Owner owner) {
    Findings findings = new Findings();
    new LeaseExaminer(cluster.access(), temporal).examine(request(owner), findings);
    return findings;
  }

  private static ExamineRequest request(Owner owner) {
    return new ExamineRequest(
        SamplePlatform.named("a").withPackages("digest"),
        owner,
        CredentialsSource.WORKER,
        false,
        false,
        false,
        false,
        List.of());
  }
}
