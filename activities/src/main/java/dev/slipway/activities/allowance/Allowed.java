package dev.slipway.activities.allowance;

import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Holds what requests ask against what the worker's operator allows. Reads only. */
public final class Allowed {
  private final Allowance allowance;

  public Allowed(Allowance allowance) {
    this.allowance = allowance;
  }

  /**
   * Whether the worker may act there, and as whom.
   *
   * @param ownAccount the account of the worker's own identity, asked only where it matters
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#NOT_ALLOWED} naming every
   *     field that is not allowed, and the setting that would allow it
   */
  public void require(Target target, Supplier<String> ownAccount) {
    ClusterId cluster = target.cluster();
    List<String> refusals = new ArrayList<>();
    List<String> accounts = accounts(ownAccount);
    if (isNotAmong(accounts, cluster.account())) {
      refusals.add(refusal("account", cluster.account(), "accounts", accounts));
    }
    if (isNotAmong(allowance.regions(), cluster.region())) {
      refusals.add(refusal("region", cluster.region(), "regions", allowance.regions()));
    }
    if (target.assumeRole() != null && isNotAmong(allowance.roles(), target.assumeRole())) {
      refusals.add(refusal("assumeRole", target.assumeRole(), "roles", allowance.roles()));
    }
    refuse(refusals);
  }

  /**
   * Whether a run may do this with nobody agreeing.
   *
   * @param mandate null from a run of an earlier build, which did not say
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#NOT_ALLOWED}, as above
   */
  public void require(ClusterId cluster, Mandate mandate) {
    if (mandate == null || !mandate.unattended()) {
      return;
    }
    List<String> refusals = new ArrayList<>();
    if (isNotAmong(allowance.withoutApproval(), cluster.toString())) {
      refusals.add(
          "approval: notRequired is not for cluster %s; %s"
              .formatted(cluster, setting("withoutApproval", allowance.withoutApproval())));
    }
    if (mandate.deletes() && !allowance.deletionsWithoutApproval()) {
      refusals.add(
          "allowDeletions: deletions need an approval; "
              + "the worker's setting allow.deletionsWithoutApproval is false");
    }
    refuse(refusals);
  }

  /** Those of the list; the worker's own is asked for only where the list names it. */
  private List<String> accounts(Supplier<String> ownAccount) {
    return allowance.accounts().stream()
        .map(one -> one.equals(Allowance.OWN) ? ownAccount.get() : one)
        .toList();
  }

  private static boolean isNotAmong(List<String> patterns, String value) {
    return patterns.stream().map(Wildcard::new).noneMatch(one -> one.matches(value));
  }

  private static String refusal(String field, String value, String name, List<String> allowed) {
    return "%s: \"%s\" is not allowed; %s".formatted(field, value, setting(name, allowed));
  }

  private static String setting(String name, List<String> allowed) {
    return "the worker's setting allow.%s names %s"
        .formatted(name, allowed.isEmpty() ? "none" : String.join(", ", allowed));
  }

  private static void refuse(List<String> refusals) {
    if (!refusals.isEmpty()) {
      throw FailureType.NOT_ALLOWED.failure(String.join("; ", refusals));
    }
  }
}
