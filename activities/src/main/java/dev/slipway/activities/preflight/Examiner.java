package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;

/**
 * Looks at one thing that an install depends on, changes nothing, and writes down what it saw.
 *
 * <p>What could not be established is written down too, as a warning or a blocker that says so:
 * unknown is not success. A transient failure that the examiner throws is retried by Temporal;
 * anything else it throws becomes a finding.
 */
@FunctionalInterface
public interface Examiner {
  void examine(ExamineRequest request, Findings findings);
}
