package dev.slipway.activities.git;

import dev.slipway.activities.git.GitRevisions.Resolution;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig.Repo;

/** Tells where the revision of the packages could not be resolved, or has moved on. */
public final class RevisionExaminer implements Examiner {
  private final GitRevisions revisions;

  public RevisionExaminer(GitRevisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public String subject(Platform platform) {
    return "revision %s of %s"
        .formatted(platform.config().repo().revision(), platform.config().repo().url());
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Repo repo = request.platform().config().repo();
    String subject = subject(request.platform());
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
