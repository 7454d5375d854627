package dev.slipway.starter.runs;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import dev.slipway.starter.Cli;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.stub.StreamObserver;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionTerminatedEventAttributes;
import io.temporal.api.query.v1.QueryRejected;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers as Temporal does where the server in memory cannot: lists, and a run that is paused. */
final class FakeTemporal extends WorkflowServiceImplBase implements AutoCloseable {
  private final Server server =
      Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
          .addService(this)
          .addService(new Healthy())
          .build();
  private final List<WorkflowExecutionInfo> runs = new ArrayList<>();
  private final Set<String> unknown = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private int looksWhilePaused = Integer.MAX_VALUE;

  /** A client looks for this first. */
  private static final class Healthy extends HealthImplBase {
    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
      send(answer, HealthCheckResponse.newBuilder().setStatus(ServingStatus.SERVING).build());
    }
  }

  FakeTemporal() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** There is such a run; attributes are in the order status, cluster, step. */
  FakeTemporal has(String workflowId, String status, Instant since, String... attributes) {
    List<String> names = List.of("SlipwayStatus", "SlipwayCluster", "SlipwayStep");
    SearchAttributes.Builder shown = SearchAttributes.newBuilder();
    for (int i = 0; i < attributes.length; i++) {
      shown.putIndexedFields(names.get(i), keyword(attributes[i]));
    }
    if (attributes.length > 1) {
      shown.putIndexedFields("SlipwayAccount", keyword("111122223333"));
      shown.putIndexedFields("SlipwayRegion", keyword("eu-west-3"));
    }
    WorkflowExecutionInfo.Builder run =
        WorkflowExecutionInfo.newBuilder()
            .setExecution(
                WorkflowExecution.newBuilder().setWorkflowId(workflowId).setRunId("run-1"))
            .setType(WorkflowType.newBuilder().setName("InstallPlatform"))
            .setStatus(WorkflowExecutionStatus.valueOf("WORKFLOW_EXECUTION_STATUS_" + status))
            .setStartTime(Timestamps.fromMillis(since.toEpochMilli()))
            .setSearchAttributes(shown);
    if (!Set.of("RUNNING", "PAUSED").contains(status)) {
      run.setStartTime(Timestamps.fromMillis(since.minusSeconds(3600).toEpochMilli()));
      run.setCloseTime(Timestamps.fromMillis(since.toEpochMilli()));
    }
    runs.add(run.build());
    return this;
  }

  /** Refuses visibility queries with this word. */
  FakeTemporal doesNotKnow(String word) {
    unknown.add(word);
    return this;
  }

  /** The first run is terminated after so many looks at it. */
  FakeTemporal terminatesAfterLooks(int looks) {
    looksWhilePaused = looks;
    return this;
  }

  /** The visibility queries so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  Cli cli() {
    Clock later = Clock.fixed(Instant.parse("2026-01-01T10:02:05Z"), ZoneOffset.UTC);
    return new Cli(later).with("TEMPORAL_ADDRESS", "127.0.0.1:" + server.getPort());
  }

  @Override
  public void getSystemInfo(
      GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
    send(answer, GetSystemInfoResponse.getDefaultInstance());
  }

  @Override
  public void listWorkflowExecutions(
      ListWorkflowExecutionsRequest request,
      StreamObserver<ListWorkflowExecutionsResponse> answer) {
    String query = request.getQuery();
    asked.add(query);
    if (unknown.stream().anyMatch(query::contains)) {
      answer.onError(Status.INVALID_ARGUMENT.withDescription("invalid query").asException());
      return;
    }
    List<WorkflowExecutionInfo> found =
        runs.stream().filter(run -> query.contains(inQueries(run.getStatus()))).toList();
    send(answer, ListWorkflowExecutionsResponse.newBuilder().addAllExecutions(found).build());
  }

  @Override
  public void describeWorkflowExecution(
      DescribeWorkflowExecutionRequest request,
      StreamObserver<DescribeWorkflowExecutionResponse> answer) {
    looksWhilePaused--;
    WorkflowExecutionInfo.Builder run = runs.get(0).toBuilder();
    if (looksWhilePaused < 0) {
      run.setStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
    }
    send(
        answer,
        DescribeWorkflowExecutionResponse.newBuilder().setWorkflowExecutionInfo(run).build());
  }

  @Override
  public void getWorkflowExecutionHistory(
      GetWorkflowExecutionHistoryRequest request,
      StreamObserver<GetWorkflowExecutionHistoryResponse> answer) {
    HistoryEvent end =
        HistoryEvent.newBuilder()
            .setEventType(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED)
            .setWorkflowExecutionTerminatedEventAttributes(
                WorkflowExecutionTerminatedEventAttributes.newBuilder().setReason("enough"))
            .build();
    send(
        answer,
        GetWorkflowExecutionHistoryResponse.newBuilder()
            .setHistory(History.newBuilder().addEvents(end))
            .build());
  }

  // As Temporal (1.30) answers while a run is paused.
  @Override
  public void queryWorkflow(
      QueryWorkflowRequest request, StreamObserver<QueryWorkflowResponse> answer) {
    if (looksWhilePaused < 0) {
      answer.onError(Status.FAILED_PRECONDITION.withDescription("no poller").asException());
      return;
    }
    send(
        answer,
        QueryWorkflowResponse.newBuilder()
            .setQueryRejected(
                QueryRejected.newBuilder()
                    .setStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED))
            .build());
  }

  // The server's words for what the API spells WORKFLOW_EXECUTION_STATUS_TIMED_OUT.
  private static String inQueries(WorkflowExecutionStatus status) {
    return switch (status.name().replace("WORKFLOW_EXECUTION_STATUS_", "")) {
      case "RUNNING" -> "'Running'";
      case "PAUSED" -> "'Paused'";
      case "COMPLETED" -> "'Completed'";
      case "FAILED" -> "'Failed'";
      case "CANCELED" -> "'Canceled'";
      case "TERMINATED" -> "'Terminated'";
      case "TIMED_OUT" -> "'TimedOut'";
      case "CONTINUED_AS_NEW" -> "'ContinuedAsNew'";
      default -> throw new IllegalArgumentException(status.name());
    };
  }

  private static Payload keyword(String value) {
    return Payload.newBuilder()
        .putAllMetadata(
            Map.of(
                "encoding", ByteString.copyFromUtf8("json/plain"),
                "type", ByteString.copyFromUtf8("Keyword")))
        .setData(ByteString.copyFromUtf8("\"" + value + "\""))
        .build();
  }

  private static <T> void send(StreamObserver<T> answer, T message) {
    answer.onNext(message);
    answer.onCompleted();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
