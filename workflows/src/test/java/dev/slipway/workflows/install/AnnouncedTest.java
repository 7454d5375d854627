package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.failure.FailureType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers hear once each of what happens to a run that names them. */
@Timeout(60)
class AnnouncedTest {
  private static final String CLUSTER = "123456789012/eu-west-3/idp";

  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  private List<String> arrived(int atLeast) {
    install.await(() -> install.world.notices().arrived().size() >= atLeast);
    return install.world.notices().arrived();
  }

  @Test
  void tellsOfEveryTurnThatARunTakes() {
    install.faults.stands("CreateConfigSecrets", FailureType.ACCESS_DENIED, "may not");
    install.planned("\"notify\":[\"ops\"]").approve("ann").parked(1);
    install.faults.mend("CreateConfigSecrets");
    install.retry(1).report();

    assertThat(arrived(4))
        .containsExactly(
            "ops: APPROVAL_NEEDED, " + CLUSTER + ": awaiting approval",
            "ops: PARKED, " + CLUSTER + ": needs attention",
            "ops: RESUMED, " + CLUSTER + ": goes on",
            "ops: SUCCEEDED, " + CLUSTER + ": succeeded");
  }

  @Test
  void remindsDailyOfWhatHasAnEnd() {
    install.faults.stands("CreateConfigSecrets", FailureType.ACCESS_DENIED, "may not");
    install.planned("\"notify\":[\"ops\"],\"attentionWithin\":\"P3D\"").approve("ann").failure();

    assertThat(arrived(5))
        .filteredOn(it -> it.contains("REMINDER") || it.contains("FAILED"))
        .containsExactly(
            "ops: REMINDER, " + CLUSTER + ": needs attention",
            "ops: REMINDER, " + CLUSTER + ": needs attention",
            "ops: FAILED, " + CLUSTER + ": failed");
  }

  @Test
  void givesTheCommandsToAnswerWith() {
    install.faults.stands("CreateConfigSecrets", FailureType.ACCESS_DENIED, "may not");
    install.planned("\"notify\":[\"ops\"]").approve("ann").parked(1);
    arrived(2);

    assertThat(install.world.notices().attempts().get(1).notice().text())
        .contains("ACCESS_DENIED: may not")
        .contains("--name retry");
  }

  @Test
  void goesOnWithoutAReceiverAndSaysSo() {
    install.world.notices().refuses("ops");
    install.planned("\"notify\":[\"ops\"]").await(() -> !install.notes().isEmpty());

    assertThat(install.notes())
        .containsExactly("The notice \"approval needed\" did not reach ops: ops answered 410");
    assertThat(install.approve("ann").report().approvedBy()).isEqualTo("ann");
  }
}
