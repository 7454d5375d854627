package dev.slipway.activities.notification;

import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;
import io.temporal.failure.ApplicationFailure;

/** Whether the worker knows how to reach those whom the request wants to be told. */
public final class ReceiversExaminer implements Examiner {
  private final Receivers receivers;

  public ReceiversExaminer(Receivers receivers) {
    this.receivers = receivers;
  }

  @Override
  public String subject(Platform platform) {
    return "notify";
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    request.receivers().forEach(name -> examine(name, request, findings));
  }

  private void examine(String name, ExamineRequest request, Findings findings) {
    try {
      receivers.named(name).check();
    } catch (ApplicationFailure e) {
      findings.blocker(subject(request.platform()), e.getOriginalMessage());
    }
  }
}
