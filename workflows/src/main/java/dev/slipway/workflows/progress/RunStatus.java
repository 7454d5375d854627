package dev.slipway.workflows.progress;

/**
 * Where a run stands; also the value of the search attribute {@code SlipwayStatus}. It travels by
 * name and title, so that a reader shows one it does not know.
 */
public enum RunStatus {
  RUNNING("running"),
  AWAITING_APPROVAL("awaiting approval"),
  APPROVAL_DUE("approval due"),
  NEEDS_ATTENTION("needs attention"),
  SUCCEEDED("succeeded"),
  FAILED("failed"),
  CANCELLED("cancelled");

  private final String title;

  RunStatus(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
