package dev.slipway.workflows.contract;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/**
 * Every way in which a run can fail, in three families. The name is the failure's type in Temporal,
 * so that a program can tell them apart without reading texts.
 */
public enum FailureType {
  /** What was looked at is not there yet; a benign retry, not an error. */
  NOT_YET(Family.PASSING),
  /** The picture is the one the caller knows; a benign retry, not an error. */
  UNCHANGED(Family.PASSING),
  AWS_UNAVAILABLE(Family.PASSING),
  CLUSTER_UNREACHABLE(Family.PASSING),
  CHART_REPOSITORY_UNAVAILABLE(Family.PASSING),
  HELM_FAILED(Family.PASSING),
  TEMPORAL_UNAVAILABLE(Family.PASSING),

  ACCESS_DENIED(Family.STANDING),
  AWS_REFUSED(Family.STANDING),
  CLUSTER_REFUSED(Family.STANDING),
  PREFLIGHT_FAILED(Family.STANDING),
  CLUSTER_OWNED(Family.STANDING),
  SECRET_OWNED(Family.STANDING),
  SECRET_INCOMPLETE(Family.STANDING),
  RELEASE_OWNED(Family.STANDING),
  MANIFEST_REFUSED(Family.STANDING),
  PACKAGES_CHANGED(Family.STANDING),
  CLUSTER_SECRET_NOT_READY(Family.STANDING),
  APPLICATIONS_NOT_HEALTHY(Family.STANDING),
  STEP_TIMED_OUT(Family.STANDING),

  INVALID_REQUEST(Family.CALLER),
  INVALID_CONFIG(Family.CALLER),
  INVALID_PACKAGES(Family.CALLER),
  UNKNOWN_CLUSTER(Family.CALLER),
  ACCOUNT_MISMATCH(Family.CALLER),
  REJECTED(Family.CALLER),
  DEADLINE_PASSED(Family.CALLER);

  /** Who can do something about it. */
  public enum Family {
    /** The world, passing: retried inside the step's budget. */
    PASSING,
    /** The world, standing: a person is needed. */
    STANDING,
    /** The caller: the input cannot change, so the run ends. */
    CALLER
  }

  private final Family family;

  FailureType(Family family) {
    this.family = family;
  }

  public Family family() {
    return family;
  }

  /** The failure to throw; only the passing family is retried. The message holds nothing secret. */
  public ApplicationFailure failure(String message) {
    return failure(message, null);
  }

  /** Like {@link #failure(String)}, keeping the cause. Its text reaches the history as well. */
  public ApplicationFailure failure(String message, Throwable cause) {
    return ApplicationFailure.newBuilder()
        .setType(name())
        .setMessage(message)
        .setCause(cause)
        .setNonRetryable(family != Family.PASSING)
        .build();
  }

  /**
   * A look that found nothing new: retried by the server after the delay, holds nothing meanwhile
   * and raises no alarm.
   */
  public ApplicationFailure benign(String message, Duration nextLook) {
    return ApplicationFailure.newBuilder()
        .setType(name())
        .setMessage(message)
        .setNextRetryDelay(nextLook)
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }
}
