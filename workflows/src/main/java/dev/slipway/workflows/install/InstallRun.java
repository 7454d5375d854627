package dev.slipway.workflows.install;

import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.VisibilityActivities;
import dev.slipway.workflows.progress.ProgressBoard;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.SearchAttributes;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs the steps: the only place that knows about progress, ownership, and what to do when a step
 * fails.
 */
final class InstallRun {
  private static final Duration SHORT = Duration.ofMinutes(2);

  private final ProgressBoard board;

  InstallRun(ProgressBoard board) {
    this.board = board;
  }

  InstallSteps open(InstallRequest request) {
    VisibilityActivities visibility =
        new Stubs(request.taskQueue(), request.stepWithin())
            .of(VisibilityActivities.class, "Find out which search attributes may be set");
    board.open(request.target().cluster(), usableSearchAttributes(visibility));
    return InstallSteps.of(request, owner(), board);
  }

  <I, O> O step(InstallStep<I, O> step, I input) {
    board.started(step.step());
    try {
      O output = step.run(input);
      board.finished(step.step());
      return output;
    } catch (ActivityFailure e) {
      ApplicationFailure failure = StepFailure.of(step.onTimeout(), e);
      board.failed(step.step(), failure.getOriginalMessage());
      throw failure;
    } catch (ApplicationFailure e) {
      board.failed(step.step(), e.getOriginalMessage());
      throw e;
    }
  }

  /** Claims the cluster, does the work, and gives the cluster back however the work ends. */
  InstallReport owningCluster(
      ClaimCluster claim, Agreement agreement, Supplier<InstallReport> work) {
    try {
      step(claim, agreement);
      return work.get();
    } finally {
      Workflow.newDetachedCancellationScope(() -> release(claim, agreement)).run();
    }
  }

  InstallReport reportingFailure(Supplier<InstallReport> work) {
    try {
      InstallReport report = work.get();
      board.status(RunStatus.SUCCEEDED);
      return report;
    } catch (ApplicationFailure e) {
      board.fail(e.getType() + ": " + e.getOriginalMessage());
      throw e;
    } catch (CanceledFailure e) {
      board.fail("canceled");
      throw e;
    }
  }

  InstallReport report(ClaimCluster claim, ReportDraft draft) {
    try {
      claim.complete(draft.platform(), draft.outcome());
    } catch (ActivityFailure e) {
      throw StepFailure.of(FailureType.STEP_TIMED_OUT, e);
    }
    return draft.report(board.progress().steps());
  }

  private void release(ClaimCluster claim, Agreement agreement) {
    try {
      claim.release(agreement.plan().platform().target(), SHORT);
    } catch (ActivityFailure e) {
      board.note("The cluster's Lease could not be given back: " + e.getCause().getMessage());
    }
  }

  private static List<String> usableSearchAttributes(VisibilityActivities visibility) {
    try {
      return visibility.findSearchAttributes(SearchAttributes.ALL);
    } catch (ActivityFailure e) {
      throw StepFailure.of(FailureType.STEP_TIMED_OUT, e);
    }
  }

  private static Owner owner() {
    WorkflowInfo info = Workflow.getInfo();
    return new Owner(info.getNamespace(), info.getWorkflowId(), info.getFirstExecutionRunId());
  }
}
