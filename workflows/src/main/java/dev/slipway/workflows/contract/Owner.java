package dev.slipway.workflows.contract;

import static java.util.Objects.requireNonNull;

/**
 * The run that owns a cluster, as the Lease in the cluster names it.
 *
 * @param namespace Temporal namespace
 * @param firstRunId first run ID of the chain, which stays the same over continue-as-new and retry
 */
public record Owner(String namespace, String workflowId, String firstRunId) {
  public Owner {
    requireNonNull(namespace, "namespace");
    requireNonNull(workflowId, "workflowId");
    requireNonNull(firstRunId, "firstRunId");
  }

  @Override
  public String toString() {
    return "workflow " + workflowId + " (run " + firstRunId + ") in namespace " + namespace;
  }
}
