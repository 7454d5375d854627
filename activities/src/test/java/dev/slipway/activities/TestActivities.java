package dev.slipway.activities;

import dev.slipway.workflows.wire.Payloads;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.RetryOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import java.time.Duration;

/** Activities as a workflow calls them, with the product's payloads and one attempt each. */
public final class TestActivities implements AutoCloseable {
  private final TestActivityEnvironment temporal;

  public TestActivities(Object implementation) {
    WorkflowClientOptions client =
        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
    temporal =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(client).build());
    temporal.registerActivitiesImplementations(implementation);
  }

  public <T> T as(Class<T> contract) {
    return temporal.newActivityStub(
        contract,
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .build());
  }

  @Override
  public void close() {
    temporal.close();
  }
}
