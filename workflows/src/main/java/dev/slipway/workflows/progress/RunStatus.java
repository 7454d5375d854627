package dev.slipway.workflows.progress;

/** Where a run stands; also the value of the search attribute {@code SlipwayStatus}. */
public enum RunStatus {
  RUNNING,
  AWAITING_APPROVAL,
  APPROVAL_DUE,
  SUCCEEDED,
  FAILED
}
