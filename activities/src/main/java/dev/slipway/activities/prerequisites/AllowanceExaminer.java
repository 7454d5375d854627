package dev.slipway.activities.prerequisites;

import dev.slipway.activities.allowance.Allowed;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;

/** Whether the worker's operator lets such a run happen unseen. */
public final class AllowanceExaminer implements Examiner {
  private final Allowed allowed;

  public AllowanceExaminer(Allowed allowed) {
    this.allowed = allowed;
  }

  @Override
  public String subject(Platform platform) {
    return "the worker's setting allow";
  }

  @Override
  public Turn turn() {
    return Turn.ACCOUNT;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    allowed.require(request.platform().target().cluster(), request.mandate());
  }
}
