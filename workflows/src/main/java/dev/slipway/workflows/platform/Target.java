package dev.slipway.workflows.platform;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The cluster an activity works on, and as whom.
 *
 * @param assumeRole ARN of a role to assume first; null to act as the worker's own identity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Target(ClusterId cluster, String assumeRole) {
  public Target {
    requireNonNull(cluster, "cluster");
  }
}
