package dev.slipway.activities.preflight;

import dev.slipway.activities.preflight.Revisions.Resolution;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.PlatformConfig.Repo;

/** Tells where the revision of the packages could not be resolved, or has moved on. */
public final class RevisionExaminer implements Examiner {
  private final Revisions revisions;

  public RevisionExaminer(Revisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Repo repo = request.platform().config().repo();
    String subject = "revision " + repo.revision() + " of " + repo.url();
    String before = request.platform().packages().commit();
    Resolution now = revisions.resolve(repo);
    if (now.commit() == null) {
      findings.warning(subject, "could not be resolved: " + now.problem());
    } else if (!now.commit().equals(before)) {
      findings.warning(
          subject,
          before == null
              ? "could not be resolved when the snapshot was taken"
              : "has moved from " + before + " to " + now.commit());
    }
  }
}
