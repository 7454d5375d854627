package dev.slipway.workflows.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.approval.Plan;
import dev.slipway.workflows.progress.Progress;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Installs the platform on one cluster. Start it under {@code
 * platform/<account>/<region>/<cluster>} with one JSON object, see {@link InstallRequest}; starting
 * it again goes on where things stand.
 */
@WorkflowInterface
public interface InstallPlatform {

  /**
   * Runs the install to its end.
   *
   * @param request see {@link InstallRequest}
   * @throws io.temporal.failure.ApplicationFailure whose type is a {@link
   *     dev.slipway.workflows.contract.FailureType}
   */
  @WorkflowMethod(name = "InstallPlatform")
  InstallReport install(JsonNode request);

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

  /** Like the signals, with an answer: a decision that cannot be taken is refused to the caller. */
  @UpdateMethod(
      name = "decide",
      description =
          "{\"verdict\": \"approve\" or \"reject\", \"approver\": name, \"comment\"?: text,"
              + " \"planDigest\"?: text}")
  Decision decide(JsonNode decision);

  @UpdateValidatorMethod(updateName = "decide")
  void validateDecision(JsonNode decision);

  /** The plan that was published last; null before the first. */
  @QueryMethod(name = "plan", description = "What will be created, changed, left and deleted")
  Plan plan();

  @QueryMethod(name = "progress", description = "Each step and how far it is")
  Progress progress();

  /** The latest picture of the applications; null before the first. */
  @QueryMethod(name = "applications", description = "Each application as Argo CD last showed it")
  Picture applications();
}
