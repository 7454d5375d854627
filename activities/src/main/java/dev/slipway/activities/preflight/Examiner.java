package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;

/**
 * Looks at one thing that an install depends on, changes nothing, and writes down what it saw.
 *
 * <p>What could not be established is written down too, as a warning or a blocker that says so:
 * unknown is not success. A transient failure that the examiner throws is retried by Temporal;
 * anything else it throws blocks the run under its subject, unless it ends the activity.
 */
public interface Examiner {

  /** What it looks at, as people call it, such as {@code EKS cluster 111122223333/eu-west-3/a}. */
  String subject(Platform platform);

  void examine(ExamineRequest request, Findings findings);

  /** When it may look. */
  default Turn turn() {
    return Turn.WORLD;
  }

  /** The turns of the examiners, in the order in which the plan shows what they found. */
  enum Turn {
    /** First and alone: the others look only into the account that was asked for. */
    ACCOUNT,
    /** Into AWS and the cluster, on a thread of its own. */
    WORLD,
    /** Meanwhile, on the activity's own thread: only there can Helm's children heartbeat. */
    PACKAGES
  }
}
