package dev.slipway.activities.allowance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedTest {
  private static final ClusterId ALPHA = new ClusterId("111122223333", "eu-west-3", "alpha");
  private static final String ROLE = "arn:aws:iam::111122223333:role/platform";
  private static final Mandate UNATTENDED = new Mandate(true, false);
  private static final Mandate UNATTENDED_DELETIONS = new Mandate(true, true);
  private static final Mandate ATTENDED_DELETIONS = new Mandate(false, true);

  private Allowance allowance = Allowance.DEFAULT;

  @Test
  void allowsTheWorkersOwnAccountAnywhere() {
    assertAllowed(new Target(ALPHA, null));
    assertAllowed(new Target(new ClusterId("111122223333", "us-east-1", "b"), null));
  }

  @Test
  void refusesAnotherAccountNamingBoth() {
    ClusterId elsewhere = new ClusterId("999988887777", "eu-west-3", "alpha");

    assertRefused(
        new Target(elsewhere, null),
        "account: \"999988887777\" is not allowed; "
            + "the worker's setting allow.accounts names 111122223333");
  }

  @Test
  void refusesARoleUnlessItIsNamed() {
    assertRefused(
        new Target(ALPHA, ROLE),
        "assumeRole: \"arn:aws:iam::111122223333:role/platform\" is not allowed; "
            + "the worker's setting allow.roles names none");
    roles("arn:aws:iam::*:role/platform");
    assertAllowed(new Target(ALPHA, ROLE));
    assertRefused(new Target(ALPHA, ROLE + "-admin"), "role/platform-admin\" is not allowed");
  }

  @Test
  void takesOnlyAStarForMoreThanItself() {
    roles("arn:aws:iam::111122223333:role.platform");

    assertRefused(new Target(ALPHA, ROLE), "assumeRole");
  }

  @Test
  void refusesARegionThatIsNotNamed() {
    allowance = new Allowance(List.of("own"), List.of("us-*"), List.of(), List.of(), false);

    assertRefused(
        new Target(ALPHA, null),
        "region: \"eu-west-3\" is not allowed; the worker's setting allow.regions names us-*");
  }

  @Test
  void doesNotAskForTheOwnAccountWhereItDoesNotCount() {
    allowance = new Allowance(List.of("1111*"), List.of("*"), List.of(), List.of(), false);

    assertThatCode(() -> allowed().require(new Target(ALPHA, null), this::fail))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesDeletionsThatNobodyAgreesTo() {
    assertRefused(
        UNATTENDED_DELETIONS,
        "allowDeletions: deletions need an approval; "
            + "the worker's setting allow.deletionsWithoutApproval is false");
    assertAllowed(UNATTENDED);
    assertAllowed(ATTENDED_DELETIONS);
  }

  @Test
  void allowsThemWhereTheOperatorSaysSo() {
    allowance = new Allowance(List.of("own"), List.of("*"), List.of(), List.of("*"), true);

    assertAllowed(UNATTENDED_DELETIONS);
  }

  @Test
  void refusesToGoWithoutAnApprovalWhereTheClusterIsNotNamed() {
    allowance = new Allowance(List.of("own"), List.of("*"), List.of(), List.of("*/*/dev-*"), false);

    assertRefused(
        UNATTENDED,
        "approval: notRequired is not for cluster 111122223333/eu-west-3/alpha; "
            + "the worker's setting allow.withoutApproval names */*/dev-*");
    assertAllowed(ATTENDED_DELETIONS);
    assertAllowed((Mandate) null);
  }

  private void roles(String role) {
    allowance = new Allowance(List.of("own"), List.of("*"), List.of(role), List.of(), false);
  }

  private Allowed allowed() {
    return new Allowed(allowance);
  }

  private String fail() {
    throw new AssertionError("asked for the own account");
  }

  private void assertAllowed(Target target) {
    assertThatCode(() -> allowed().require(target, () -> "111122223333"))
        .doesNotThrowAnyException();
  }

  private void assertAllowed(Mandate mandate) {
    assertThatCode(() -> allowed().require(ALPHA, mandate)).doesNotThrowAnyException();
  }

  private void assertRefused(Target target, String message) {
    assertThatThrownBy(() -> allowed().require(target, () -> "111122223333"))
        .hasMessageContaining("NOT_ALLOWED")
        .hasMessageContaining(message);
  }

  private void assertRefused(Mandate mandate, String message) {
    assertThatThrownBy(() -> allowed().require(ALPHA, mandate))
        .hasMessageContaining("NOT_ALLOWED")
        .hasMessageContaining(message);
  }
}
