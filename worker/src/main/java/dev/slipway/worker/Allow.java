package dev.slipway.worker;

import dev.slipway.activities.allowance.Allowance;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * What requests may ask of the worker; {@code *} stands for any text. What is left out is as in
 * {@link Allowance#DEFAULT}.
 *
 * @param accounts AWS accounts; {@code own} is the one of the worker's own identity
 * @param regions AWS regions
 * @param roles ARNs of roles that a request may name
 * @param withoutApproval clusters, {@code account/region/name}, that need no approval
 * @param deletionsWithoutApproval whether those may delete applications, too
 */
record Allow(
    @NotEmpty List<@NotNull @Pattern(regexp = ACCOUNT, message = ACCOUNTS) String> accounts,
    @NotEmpty List<@NotNull @Pattern(regexp = REGION, message = REGIONS) String> regions,
    List<@NotNull @Pattern(regexp = ROLE, message = ROLES) String> roles,
    List<@NotNull @Pattern(regexp = CLUSTER, message = CLUSTERS) String> withoutApproval,
    boolean deletionsWithoutApproval) {
  private static final String ACCOUNT = "own|\\d{12}|[\\d*]*\\*[\\d*]*";
  private static final String REGION = "[a-z\\d*-]+";
  private static final String ROLE = "\\*|arn:.+";
  private static final String CLUSTER = "\\*|[^/]+/[^/]+/[^/]+";
  private static final String ACCOUNTS = "must be own, or twelve digits in quotes, or hold a *";
  private static final String REGIONS = "must be an AWS region, or hold a *";
  private static final String ROLES = "must be the ARN of a role, or *";
  private static final String CLUSTERS = "must be account/region/name in quotes, or *";

  Allow {
    accounts = accounts == null ? Allowance.DEFAULT.accounts() : accounts;
    regions = regions == null ? Allowance.DEFAULT.regions() : regions;
    roles = roles == null ? Allowance.DEFAULT.roles() : roles;
    withoutApproval =
        withoutApproval == null ? Allowance.DEFAULT.withoutApproval() : withoutApproval;
  }

  static Allow defaults() {
    return new Allow(null, null, null, null, Allowance.DEFAULT.deletionsWithoutApproval());
  }

  Allowance allowance() {
    return new Allowance(accounts, regions, roles, withoutApproval, deletionsWithoutApproval);
  }
}
