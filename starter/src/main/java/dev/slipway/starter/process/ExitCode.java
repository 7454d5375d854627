package dev.slipway.starter.process;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.people.RunProblem;

/** How the command ended, for scripts. */
public enum ExitCode {
  OK(0, "Done"),
  RUN_FAILED(1, "The run failed"),
  BAD_INPUT(
      2,
      "Wrong options, a configuration or packages with problems, an unknown cluster, or the wrong"
          + " AWS account"),
  NOT_AGREED(3, "The plan was rejected, or nobody decided before the deadline"),
  NOT_FOUND(4, "No such run"),
  REFUSED(
      5,
      "Refused: a run is going on, the digest is another plan's, a secret is another's, or the"
          + " worker does not allow it"),
  TEMPORAL_UNREACHABLE(6, "Temporal could not be reached"),
  NO_WORKER(7, "Temporal answers, but no worker does"),
  AWS_FAILED(8, "AWS could not be reached, or denied access"),
  NEEDS_ATTENTION(9, "The run waits for a person; slipway resolve answers it"),
  NOT_ALL_KNOWN(10, "Something could not be looked at; the rest was"),
  BLOCKED(11, "A removal could not be done as things stand"),
  BUG(70, "An error in slipway itself");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** For a run that could not be asked or told something. */
  public static ExitCode of(RunProblem.Kind kind) {
    return switch (kind) {
      case ALREADY_RUNNING, REFUSED, NOT_TAKEN, PAUSED -> REFUSED;
      case NOT_FOUND -> NOT_FOUND;
      case NO_WORKER -> NO_WORKER;
      case TEMPORAL_UNREACHABLE -> TEMPORAL_UNREACHABLE;
      case NOT_UNDERSTOOD -> BUG;
    };
  }

  /** For a run that has ended. */
  public static ExitCode of(RunOutcome outcome) {
    if (outcome.succeeded()) {
      return OK;
    }
    return outcome.failureType().map(ExitCode::of).orElse(RUN_FAILED);
  }

  private static ExitCode of(FailureType failure) {
    return switch (failure) {
      case REJECTED, DEADLINE_PASSED -> NOT_AGREED;
      case INVALID_REQUEST,
          INVALID_STATE,
          INVALID_CONFIG,
          INVALID_PACKAGES,
          UNKNOWN_CLUSTER,
          ACCOUNT_MISMATCH ->
          BAD_INPUT;
      case CLUSTER_OWNED, SECRET_OWNED, NOT_ALLOWED -> REFUSED;
      case NOT_YET,
          UNCHANGED,
          AWS_UNAVAILABLE,
          CLUSTER_UNREACHABLE,
          CHART_REPOSITORY_UNAVAILABLE,
          HELM_FAILED,
          TEMPORAL_UNAVAILABLE,
          NOTICE_UNDELIVERED,
          ACCESS_DENIED,
          AWS_REFUSED,
          CLUSTER_REFUSED,
          PREFLIGHT_FAILED,
          SECRET_INCOMPLETE,
          HELM_REFUSED,
          RELEASE_OWNED,
          MANIFEST_REFUSED,
          PACKAGES_CHANGED,
          CHART_REFUSED,
          CHART_CHANGED,
          CLUSTER_SECRET_NOT_READY,
          APPLICATIONS_NOT_HEALTHY,
          NOTICE_REFUSED,
          RECORD_UNREADABLE,
          STEP_TIMED_OUT,
          ABORTED,
          ATTENTION_DEADLINE_PASSED ->
          RUN_FAILED;
    };
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
