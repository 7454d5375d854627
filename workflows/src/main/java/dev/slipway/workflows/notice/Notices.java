package dev.slipway.workflows.notice;

import dev.slipway.workflows.contract.Notice;
import dev.slipway.workflows.contract.NoticeKind;
import dev.slipway.workflows.flow.FlowRequest;
import dev.slipway.workflows.progress.WorkflowClock;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells the receivers that a request names what happens to its run. */
public final class Notices {
  private final FlowRequest request;
  private final Consumer<String> note;
  private final List<Promise<WorkflowExecution>> starts = new ArrayList<>();

  /**
   * For one run.
   *
   * @param note is told which notice did not arrive, where the run still goes on by then
   */
  public Notices(FlowRequest request, Consumer<String> note) {
    this.request = request;
    this.note = note;
  }

  /**
   * Tells all receivers. Comes back at once, throws nothing, and works in a cancelled run, too.
   *
   * @param title one line
   * @param text more of it in Markdown; neither holds anything secret
   */
  public void send(NoticeKind kind, String title, String text) {
    if (request.receivers().isEmpty()) {
      return;
    }
    WorkflowInfo run = Workflow.getInfo();
    Notice notice =
        new Notice(
            // Another one after a reset, when what follows may be other news.
            Workflow.randomUUID().toString(),
            kind.name(),
            run.getNamespace(),
            run.getWorkflowId(),
            run.getRunId(),
            request.target().cluster().toString(),
            title,
            text,
            WorkflowClock.now());
    Workflow.newDetachedCancellationScope(
            () -> request.receivers().forEach(receiver -> start(receiver, kind, notice)))
        .run();
  }

  /**
   * Waits until all that was sent lives by itself. Whatever ends a run or lets it go on as a new
   * one calls this first: a notice that has not started by then is lost.
   */
  public void awaitStarted() {
    starts.forEach(Promise::getFailure);
    starts.clear();
  }

  private void start(String receiver, NoticeKind kind, Notice notice) {
    SendNotice child =
        Workflow.newChildWorkflowStub(SendNotice.class, options(receiver, kind, notice));
    Async.procedure(child::send, receiver, notice)
        .exceptionally(failure -> tell(receiver, kind, failure));
    starts.add(Workflow.getWorkflowExecution(child));
  }

  private ChildWorkflowOptions options(String receiver, NoticeKind kind, Notice notice) {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId("notice/" + notice.id() + "/" + request.receivers().indexOf(receiver))
        // The workers that preflight has asked whether they know the receiver.
        .setTaskQueue(request.taskQueue())
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
        .setWorkflowExecutionTimeout(SendNoticeImpl.BUDGET.plusHours(1))
        .setStaticSummary("Tell " + receiver + ": " + kind.words())
        .build();
  }

  private Void tell(String receiver, NoticeKind kind, Throwable failure) {
    note.accept(
        "The notice \"%s\" did not reach %s: %s".formatted(kind.words(), receiver, why(failure)));
    return null;
  }

  private static String why(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ApplicationFailure named) {
        return named.getOriginalMessage();
      }
    }
    return "its delivery was ended";
  }
}
