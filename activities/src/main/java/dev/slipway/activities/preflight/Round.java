package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.failure.FailureType.Family;
import dev.slipway.workflows.platform.Platform;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A round of examiners: what one of them throws does not silence the others. */
final class Round {
  private static final Set<FailureType> ENDING =
      EnumSet.of(
          FailureType.NOT_ALLOWED, FailureType.ACCOUNT_MISMATCH, FailureType.UNKNOWN_CLUSTER);

  private final Findings findings = new Findings();
  private ApplicationFailure ending;
  private ApplicationFailure unreached;
  private String unreachedSubject;

  /** Lets them look one after the other, until one finds that there is nothing to look at. */
  static Round of(List<Examiner> examiners, ExamineRequest request) {
    Round round = new Round();
    for (Examiner examiner : examiners) {
      if (round.ending == null) {
        round.ask(examiner, request);
      }
    }
    return round;
  }

  /** Both rounds, this one's findings first. */
  Round and(Round other) {
    Round both = new Round();
    both.findings.addAll(findings);
    both.findings.addAll(other.findings);
    both.ending = ending == null ? other.ending : ending;
    both.unreached = unreached == null ? other.unreached : unreached;
    both.unreachedSubject = unreached == null ? other.unreachedSubject : unreachedSubject;
    return both;
  }

  boolean hasEnded() {
    return ending != null;
  }

  /** A world that could not be reached is looked at again, unless the run is blocked anyway. */
  Examination result(Platform platform) {
    if (ending != null) {
      throw ending;
    }
    if (unreached != null && !findings.hasBlocker()) {
      throw unreached;
    }
    if (unreached != null) {
      findings.warning(
          unreachedSubject, "could not be established: " + unreached.getOriginalMessage());
    }
    return findings.examination(platform);
  }

  private void ask(Examiner examiner, ExamineRequest request) {
    String subject = examiner.subject(request.platform());
    try {
      examiner.examine(request, findings);
    } catch (ApplicationFailure e) {
      record(subject, e);
    } catch (ActivityCompletionException e) {
      // The worker stops, or the run was cancelled: nobody has looked, so nothing was found.
      throw e;
    } catch (RuntimeException e) {
      findings.blocker(subject, "could not be established: " + e);
    }
  }

  private void record(String subject, ApplicationFailure failure) {
    FailureType.of(failure.getType())
        .ifPresentOrElse(
            type -> record(subject, type, failure),
            () ->
                findings.blocker(subject, failure.getType() + ": " + failure.getOriginalMessage()));
  }

  private void record(String subject, FailureType type, ApplicationFailure failure) {
    if (ENDING.contains(type)) {
      ending = failure;
    } else if (type.family() != Family.TRANSIENT) {
      findings.blocker(subject, failure.getOriginalMessage());
    } else if (unreached == null) {
      unreached = failure;
      unreachedSubject = subject;
    }
  }
}
