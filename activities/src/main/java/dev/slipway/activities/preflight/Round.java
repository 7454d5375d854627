package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.FailureType.Family;
import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import io.temporal.failure.ApplicationFailure;
import java.util.EnumSet;
import java.util.Set;

/** One round of all examiners: what one of them throws does not silence the others. */
final class Round {
  private static final Set<FailureType> ENDING =
      EnumSet.of(FailureType.ACCOUNT_MISMATCH, FailureType.UNKNOWN_CLUSTER);

  private final Findings findings = new Findings();
  private ApplicationFailure passing;

  void of(Examiner examiner, ExamineRequest request) {
    String name = examiner.getClass().getSimpleName();
    try {
      examiner.examine(request, findings);
    } catch (ApplicationFailure e) {
      record(name, e);
    } catch (RuntimeException e) {
      findings.warning(name, "could not be established: " + e);
    }
  }

  /** A world that could not be reached is looked at again, unless the run is blocked anyway. */
  Examination result() {
    if (passing != null && !findings.hasBlocker()) {
      throw passing;
    }
    if (passing != null) {
      findings.warning("preflight", "could not be established: " + passing.getOriginalMessage());
    }
    return findings.examination();
  }

  private void record(String name, ApplicationFailure failure) {
    FailureType type = FailureType.valueOf(failure.getType());
    if (ENDING.contains(type)) {
      throw failure;
    }
    if (type.family() != Family.PASSING) {
      findings.blocker(name, failure.getOriginalMessage());
    } else if (passing == null) {
      passing = failure;
    }
  }
}
