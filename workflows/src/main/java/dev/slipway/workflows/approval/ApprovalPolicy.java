package dev.slipway.workflows.approval;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * Who may agree, and until when.
 *
 * @param approvers names that may decide; empty for anybody
 * @param deadline how long a published plan waits for a decision
 * @param reminder after how long the run says that it still waits; shorter than the deadline
 */
public record ApprovalPolicy(
    boolean required, List<String> approvers, Duration deadline, Duration reminder) {
  public ApprovalPolicy {
    approvers = List.copyOf(approvers);
    requireNonNull(deadline, "deadline");
    requireNonNull(reminder, "reminder");
  }

  boolean allows(String approver) {
    return approvers.isEmpty() || approvers.contains(approver);
  }
}
