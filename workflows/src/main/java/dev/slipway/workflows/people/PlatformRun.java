package dev.slipway.workflows.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.Progress;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;

/** What every workflow of Slipway answers, and what can be told to it. */
@WorkflowInterface
public interface PlatformRun {

  @SignalMethod(
      name = "approve",
      description =
          "Agree to the plan: {\"approver\": name, \"comment\"?: text, \"planDigest\"?: text}")
  void approve(JsonNode decision);

  @SignalMethod(
      name = "reject",
      description =
          "Refuse the plan: {\"approver\": name, \"comment\"?: text, \"planDigest\"?: text}")
  void reject(JsonNode decision);

  /**
   * Like the signals, with an answer: a decision that cannot be taken is refused to the caller, see
   * {@link dev.slipway.workflows.answers.Refusal}.
   */
  @UpdateMethod(
      name = "decide",
      description =
          "{\"verdict\": \"approve\" or \"reject\", \"approver\": name, \"comment\"?: text,"
              + " \"planDigest\"?: text}")
  Decision decide(JsonNode decision);

  @UpdateValidatorMethod(updateName = "decide")
  void validateDecision(JsonNode decision);

  @SignalMethod(
      name = "retry",
      description =
          "Try the parked step again: {\"attention\": number, \"name\": your name, \"reason\"?: text}")
  void retry(JsonNode answer);

  @SignalMethod(
      name = "skip",
      description =
          "Go on without the parked step, where it allows that: {\"attention\": number, \"name\":"
              + " your name, \"reason\"?: text}")
  void skip(JsonNode answer);

  @SignalMethod(
      name = "abort",
      description =
          "End the parked run; what was done stays: {\"attention\": number, \"name\": your name,"
              + " \"reason\"?: text}")
  void abort(JsonNode answer);

  /**
   * Like the three signals, with an answer: one that cannot be taken is refused to the caller, see
   * {@link dev.slipway.workflows.answers.Refusal}.
   */
  @UpdateMethod(
      name = "resolve",
      description =
          "{\"answer\": \"retry\", \"skip\" or \"abort\", \"attention\": number, \"name\": your name,"
              + " \"reason\"?: text}")
  Resolution resolve(JsonNode answer);

  @UpdateValidatorMethod(updateName = "resolve")
  void validateResolution(JsonNode answer);

  /** The plan that was published last; null before the first. */
  @QueryMethod(name = "plan", description = "What will be created, changed, left and deleted")
  Plan plan();

  @QueryMethod(name = "progress", description = "Each step and how far it is")
  Progress progress();

  /** The latest picture of the applications; null before the first, or where none is taken. */
  @QueryMethod(name = "applications", description = "Each application as Argo CD last showed it")
  Picture applications();
}
