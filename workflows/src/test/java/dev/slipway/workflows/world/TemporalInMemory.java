package dev.slipway.workflows.world;

import dev.slipway.workflows.wire.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;

/** A Temporal server inside the test, whose time flies while a workflow sleeps. */
public final class TemporalInMemory {
  private TemporalInMemory() {}

  /** Speaks Slipway's JSON. */
  public static TestWorkflowEnvironment open() {
    WorkflowClientOptions client =
        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
    return TestWorkflowEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(client).build());
  }
}
