package dev.slipway.workflows.world;

import dev.slipway.workflows.wire.Payloads;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;

/** A Temporal server inside the test, whose time flies while a workflow sleeps. */
public final class TemporalInMemory {
  private TemporalInMemory() {}

  /** Speaks Slipway's JSON. */
  public static TestWorkflowEnvironment open(WorkerInterceptor... interceptors) {
    return open(WorkerFactoryOptions.newBuilder().setWorkerInterceptors(interceptors).build());
  }

  /** Speaks Slipway's JSON, with workers of these options. */
  public static TestWorkflowEnvironment open(WorkerFactoryOptions workers) {
    WorkflowClientOptions client =
        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
    return TestWorkflowEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(client)
            .setWorkerFactoryOptions(workers)
            .build());
  }
}
