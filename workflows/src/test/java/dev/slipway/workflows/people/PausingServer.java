package dev.slipway.workflows.people;

import dev.slipway.workflows.wire.Payloads;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.query.v1.QueryRejected;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowResponse;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers of any run as Temporal 1.30 does of a paused one. */
final class PausingServer extends WorkflowServiceImplBase implements AutoCloseable {
  private static final String GIVEN_BACK =
      "Unable to perform workflow execution update due to unexpected workflow task failure.";

  private final AtomicInteger updates = new AtomicInteger();
  private final Server server;
  private final WorkflowServiceStubs stubs;
  private WorkflowExecutionStatus rejecting =
      WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED;
  private int changingOver;
  private String refusal = "Workflow is paused. Cannot update the workflow.";

  PausingServer() throws IOException {
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(this)
            .build()
            .start();
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + server.getPort())
                .build());
  }

  RunClient runs() {
    WorkflowClientOptions options =
        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
    return new RunClient(WorkflowClient.newInstance(stubs, options));
  }

  /** Queries and Updates find no worker. */
  void hasNoWorker() {
    rejecting = WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    refusal = "no poller seen for task queue recently, worker may be down";
  }

  /** So many Updates find the run amid going on as another; later ones find it paused. */
  void isChangingOver(int updates) {
    changingOver = updates;
  }

  int updates() {
    return updates.get();
  }

  @Override
  public void getSystemInfo(
      GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
    answer.onNext(GetSystemInfoResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void describeWorkflowExecution(
      DescribeWorkflowExecutionRequest request,
      StreamObserver<DescribeWorkflowExecutionResponse> answer) {
    answer.onNext(
        DescribeWorkflowExecutionResponse.newBuilder()
            .setWorkflowExecutionInfo(
                WorkflowExecutionInfo.newBuilder()
                    .setExecution(request.getExecution())
                    .setStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED))
            .build());
    answer.onCompleted();
  }

  @Override
  public void queryWorkflow(
      QueryWorkflowRequest request, StreamObserver<QueryWorkflowResponse> answer) {
    answer.onNext(
        QueryWorkflowResponse.newBuilder()
            .setQueryRejected(QueryRejected.newBuilder().setStatus(rejecting))
            .build());
    answer.onCompleted();
  }

  @Override
  public void updateWorkflowExecution(
      UpdateWorkflowExecutionRequest request,
      StreamObserver<UpdateWorkflowExecutionResponse> answer) {
    String words = updates.incrementAndGet() <= changingOver ? GIVEN_BACK : refusal;
    answer.onError(Status.FAILED_PRECONDITION.withDescription(words).asException());
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    server.shutdownNow();
  }
}
