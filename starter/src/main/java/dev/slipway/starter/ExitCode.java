package dev.slipway.starter;

/** How the command ended, for scripts. */
public enum ExitCode {
  OK(0, "Done"),
  RUN_FAILED(1, "The run failed"),
  BAD_INPUT(2, "Wrong options, or a configuration or packages with problems"),
  NOT_AGREED(3, "The plan was rejected, or nobody decided before the deadline"),
  NOT_FOUND(4, "No such run"),
  REFUSED(5, "Refused: a run is going on, the digest is another plan's, a secret is another's"),
  TEMPORAL_UNREACHABLE(6, "Temporal could not be reached"),
  NO_WORKER(7, "Temporal answers, but no worker does"),
  AWS_FAILED(8, "AWS could not be reached, or denied access"),
  BUG(70, "An error in slipway itself");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
