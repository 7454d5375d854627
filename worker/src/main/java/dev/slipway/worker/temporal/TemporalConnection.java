package dev.slipway.worker.temporal;

import com.uber.m3.tally.Scope;
import dev.slipway.activities.TemporalAccess;
import dev.slipway.workflows.wire.Payloads;
import io.dropwizard.lifecycle.Managed;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The way to Temporal. Address, namespace, API key and TLS come from where the Temporal CLI takes
 * them: its profile file and the variables {@code TEMPORAL_…}.
 */
public final class TemporalConnection implements Managed {
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;

  private TemporalConnection(WorkflowServiceStubs stubs, WorkflowClient client) {
    this.stubs = stubs;
    this.client = client;
  }

  /** Reads the profile; nothing is sent before the first call. */
  public static TemporalConnection open(Scope metrics) throws IOException {
    ClientConfigProfile profile = ClientConfigProfile.load();
    WorkflowServiceStubsOptions stubsOptions =
        WorkflowServiceStubsOptions.newBuilder(profile.toWorkflowServiceStubsOptions())
            .setMetricsScope(metrics)
            .build();
    WorkflowClientOptions clientOptions =
        WorkflowClientOptions.newBuilder(profile.toWorkflowClientOptions())
            .setDataConverter(Payloads.converter())
            .build();
    WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(stubsOptions);
    return new TemporalConnection(stubs, WorkflowClient.newInstance(stubs, clientOptions));
  }

  public TemporalAccess access() {
    return new TemporalAccess(stubs, namespace());
  }

  public String namespace() {
    return client.getOptions().getNamespace();
  }

  public String address() {
    return stubs.getOptions().getTarget();
  }

  /**
   * Asks for the namespace, once.
   *
   * @throws io.grpc.StatusRuntimeException where there is no answer in time, or a refusal
   */
  public void check(Duration timeout) {
    stubs
        .blockingStub()
        .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace()).build());
  }

  public WorkflowClient client() {
    return client;
  }

  @Override
  public void stop() {
    stubs.shutdown();
    stubs.awaitTermination(2, TimeUnit.SECONDS);
    stubs.shutdownNow();
  }
}
