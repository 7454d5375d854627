package dev.slipway.activities.aws;

import static java.util.Objects.requireNonNull;

import dev.slipway.activities.allowance.Allowance;

/**
 * What the worker's operator decides about AWS.
 *
 * @param allowance which accounts, regions and roles requests may name
 * @param externalId given with every role that is assumed, where its trust policy asks for one;
 *     null for none. AWS does not treat it as a secret
 */
public record AwsAccess(Allowance allowance, String externalId) {
  public AwsAccess {
    requireNonNull(allowance, "allowance");
  }
}
