package dev.slipway.e2e.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.bed.cluster.AuditEvent;

/** Says that Slipway has looked and changed nothing. */
final class Untouched {
  private Untouched() {}

  /** Neither in AWS nor in the cluster, although both were asked. */
  static void assertUntouched(Bed bed, Cluster cluster) {
    assertThat(bed.aws().calls()).as("calls to AWS").isNotEmpty();
    assertThat(bed.aws().calls(AwsCall::isWrite)).as("writes to AWS").isEmpty();
    assertThat(cluster.audit().events(AuditEvent::isByAwsCaller)).as("requests").isNotEmpty();
    assertNothingWritten(cluster);
  }

  /** Not in the cluster. */
  static void assertNothingWritten(Cluster cluster) {
    assertThat(cluster.audit().events(Untouched::isChange)).as("writes to the cluster").isEmpty();
  }

  // Asking whether one may do something is a POST, and changes nothing.
  private static boolean isChange(AuditEvent event) {
    return event.isByAwsCaller()
        && event.isWrite()
        && !event.resource().equals("selfsubjectaccessreviews");
  }
}
