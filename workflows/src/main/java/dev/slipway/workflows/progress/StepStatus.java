package dev.slipway.workflows.progress;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a step stands. It travels by name and title, so that a reader shows one it does not know.
 */
public enum StepStatus {
  PENDING("pending", "·"),
  RUNNING("running", "◎"),
  DONE("done", "✔"),
  FAILED("failed", "✗"),
  CANCELLED("cancelled", "✗"),
  SKIPPED("skipped", "↷"),
  NOT_REQUIRED("not required", "–");

  private final String title;
  private final String mark;

  StepStatus(String title, String mark) {
    this.title = title;
    this.mark = mark;
  }

  /** Empty for a status that this build does not know. */
  public static Optional<StepStatus> of(String name) {
    return Arrays.stream(values()).filter(status -> status.name().equals(name)).findFirst();
  }

  public String title() {
    return title;
  }

  /** One character that stands for it in a list of steps. */
  public String mark() {
    return mark;
  }
}
