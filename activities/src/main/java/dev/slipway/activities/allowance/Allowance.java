package dev.slipway.activities.allowance;

import java.util.List;

/**
 * What the operator of a worker lets requests ask of it. In every list {@code *} stands for any
 * text.
 *
 * @param accounts AWS accounts; {@code own} is the one of the worker's own identity
 * @param regions AWS regions
 * @param roles ARNs of the roles that a request may name; empty for none
 * @param withoutApproval clusters, written {@code account/region/name}, whose requests may say that
 *     no approval is required
 * @param deletionsWithoutApproval whether those may also delete applications
 */
public record Allowance(
    List<String> accounts,
    List<String> regions,
    List<String> roles,
    List<String> withoutApproval,
    boolean deletionsWithoutApproval) {
  static final String OWN = "own";

  /** Where nothing is said: the worker's own account, no role, and no deletion unseen. */
  public static final Allowance DEFAULT =
      new Allowance(List.of(OWN), List.of("*"), List.of(), List.of("*"), false);

  public Allowance {
    accounts = List.copyOf(accounts);
    regions = List.copyOf(regions);
    roles = List.copyOf(roles);
    withoutApproval = List.copyOf(withoutApproval);
  }
}
