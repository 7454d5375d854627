package dev.slipway.worker;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import java.io.IOException;

/** Answers as Temporal does for a namespace that it does not have. */
final class UnknownNamespaceServer extends WorkflowServiceImplBase implements AutoCloseable {
  private final Server server;

  UnknownNamespaceServer(int port) throws IOException {
    server = NettyServerBuilder.forPort(port).addService(this).build().start();
  }

  @Override
  public void getSystemInfo(
      GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
    answer.onNext(GetSystemInfoResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void describeNamespace(
      DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> answer) {
    answer.onError(Status.NOT_FOUND.asRuntimeException());
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
