package dev.slipway.starter.run;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.wire.Payloads;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.serviceclient.rpcretry.DefaultStubServiceOperationRpcRetryOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Finds Temporal as the Temporal CLI does: by variables and profile file. */
public final class TemporalConnection implements AutoCloseable {
  // A person looks at an empty terminal meanwhile.
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final WorkflowServiceStubs stubs;
  private final RunClient runs;

  private TemporalConnection(WorkflowServiceStubs stubs, WorkflowClient client) {
    this.stubs = stubs;
    this.runs = new RunClient(client);
  }

  public static TemporalConnection open(Surroundings surroundings) {
    ClientConfigProfile profile = profile(surroundings.environment());
    WorkflowServiceStubsOptions options = impatient(profile.toWorkflowServiceStubsOptions());
    WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options);
    try {
      stubs.connect(PATIENCE);
    } catch (StatusRuntimeException | IllegalStateException e) {
      stubs.shutdownNow();
      throw new CommandFailure(
          ExitCode.TEMPORAL_UNREACHABLE,
          "Temporal does not answer at "
              + options.getTarget()
              + "; set TEMPORAL_ADDRESS, or choose another profile with TEMPORAL_PROFILE",
          e);
    }
    WorkflowClientOptions clientOptions =
        profile.toWorkflowClientOptions().toBuilder()
            .setDataConverter(Payloads.converter())
            .build();
    return new TemporalConnection(stubs, WorkflowClient.newInstance(stubs, clientOptions));
  }

  // As it comes, a query without a worker is repeated for more than a minute.
  private static WorkflowServiceStubsOptions impatient(WorkflowServiceStubsOptions options) {
    return WorkflowServiceStubsOptions.newBuilder(options)
        .setRpcQueryTimeout(ANSWER_WITHIN)
        .setRpcRetryOptions(
            RpcRetryOptions.newBuilder(DefaultStubServiceOperationRpcRetryOptions.INSTANCE)
                .setExpiration(ANSWER_WITHIN)
                .build())
        .build();
  }

  private static ClientConfigProfile profile(Map<String, String> environment) {
    try {
      return ClientConfigProfile.load(
          LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(environment).build());
    } catch (IOException | RuntimeException e) {
      // An empty profile file is a NullPointerException there, whose message helps nobody.
      String why = e instanceof NullPointerException ? "the file is empty" : e.getMessage();
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "Temporal's profile file cannot be used: " + why, e);
    }
  }

  /** The runs in the namespace. */
  public RunClient runs() {
    return runs;
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }
}
