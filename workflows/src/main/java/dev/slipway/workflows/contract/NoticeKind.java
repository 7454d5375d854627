package dev.slipway.workflows.contract;

/** What people away from the run want to hear of. */
public enum NoticeKind {
  APPROVAL_NEEDED("approval needed"),
  REMINDER("reminder"),
  PARKED("parked"),
  RESUMED("resumed"),
  SUCCEEDED("succeeded"),
  FAILED("failed");

  private final String words;

  NoticeKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
