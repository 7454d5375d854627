package dev.slipway.e2e.approval;

import static dev.slipway.e2e.approval.Untouched.assertNothingWritten;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.ClusterSpec;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.bed.cluster.AuditEvent;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.ConfigYaml;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A worker acts on the account that was asked for, and on none that it is not meant for. */
@ExtendWith(BedExtension.class)
final class AccountsE2E {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String OTHERS = "222222222222";
  private static final String ROLE = "arn:aws:iam::123456789012:role/platform";

  /** Both accounts have a cluster alpha, and the second worker comes when all is approved. */
  @Test
  @Tag("core")
  void writesNothingWithCredentialsOfAnotherAccount(Bed bed) {
    Cluster ours = bed.cluster("alpha");
    Cluster theirs = bed.cluster(ClusterSpec.named("alpha").ofAccount(OTHERS));
    Platform platform = Platform.on(bed, ours);
    Platform foreign = Platform.on(bed, theirs);
    WorkerProcess right = platform.slipway().worker();
    Run run = platform.operator().start().awaitStatus("AWAITING_APPROVAL");
    right.kill();
    foreign.slipway().worker(Map.of("SLIPWAY_ALLOW_ACCOUNTS", "[\"*\"]"));

    Ending ending = run.approve().ending(SOON);

    assertThat(ending.type()).isEqualTo("ACCOUNT_MISMATCH");
    assertThat(ending.message())
        .contains("the request names account 123456789012", "in account 222222222222");
    assertThat(bed.aws().calls(AwsCall::isWrite)).isEmpty();
    assertNothingWritten(ours);
    assertNothingWritten(theirs);
  }

  @Test
  void looksAtNothingThatItsOperatorDoesNotAllow(Bed bed) {
    Cluster ours = bed.cluster("alpha");
    Platform platform = Platform.on(bed, ours);
    Cluster theirs = bed.cluster(ClusterSpec.named("beta").ofAccount(OTHERS));
    platform.slipway().worker();

    assertRefused(
        platform.operatorOf(theirs, ConfigYaml.of(theirs, bed.sources())).start(),
        "account: \"222222222222\" is not allowed; "
            + "the worker's setting allow.accounts names 123456789012");
    assertRefused(
        platform.operator().asking("\"assumeRole\":\"" + ROLE + "\"").start(),
        "assumeRole: \"" + ROLE + "\" is not allowed; the worker's setting allow.roles names none");
    assertRefused(
        platform.operator().unattended().asking("\"allowDeletions\":true").start(),
        "allowDeletions: deletions need an approval");
    assertThat(bed.aws().calls()).extracting(AwsCall::action).containsOnly("GetCallerIdentity");
    assertThat(ours.audit().events(AuditEvent::isByAwsCaller)).isEmpty();
    assertThat(theirs.audit().events(AuditEvent::isByAwsCaller)).isEmpty();
  }

  private static void assertRefused(Run run, String message) {
    Ending ending = run.ending(SOON);
    assertThat(ending.type()).isEqualTo("NOT_ALLOWED");
    assertThat(ending.message()).contains(message);
  }
}
