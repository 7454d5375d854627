package dev.slipway.activities.git;

import static java.util.stream.Collectors.toMap;

import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformConfig.Repo;
import java.io.IOException;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/** Whether Argo CD, which reads Git, will find what Slipway finds in its folder. */
public final class UnpushedExaminer implements Examiner {
  private final PackagesFolder packages;
  private final GitTrees trees;

  public UnpushedExaminer(PackagesFolder packages, GitRevisions revisions) {
    this.packages = packages;
    this.trees = new GitTrees(revisions);
  }

  @Override
  public String subject(Platform platform) {
    Repo repo = platform.config().repo();
    return "%s in %s".formatted(repo.basepath(), repo.url());
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    Platform platform = request.platform();
    String commit = platform.packages().commit();
    if (commit == null) {
      unknown(platform, "the revision could not be resolved", findings);
      return;
    }
    try {
      Map<String, ObjectId> there = trees.files(platform.config().repo(), commit);
      Unpushed unpushed =
          Unpushed.between(packages.approved(platform.packages()).contents(), parts(there));
      report(request, unpushed, findings);
    } catch (IOException e) {
      unknown(platform, e.getMessage(), findings);
    }
  }

  private void report(ExamineRequest request, Unpushed unpushed, Findings findings) {
    Platform platform = request.platform();
    String differs =
        "commit %s is not what the worker's packages are (%s)"
            .formatted(platform.packages().commit(), unpushed);
    if (unpushed.isNothing()) {
      return;
    }
    if (request.allowUnpushed()) {
      findings.warning(
          subject(platform), differs + ", as the request allows; Argo CD installs the commit's");
    } else {
      findings.blocker(
          subject(platform), differs + "; push them, or say that it is meant: allowUnpushed");
    }
  }

  private void unknown(Platform platform, String why, Findings findings) {
    findings.warning(
        subject(platform),
        "it cannot be compared with the worker's packages, so that Argo CD may install something else than this plan shows: "
            + why);
  }

  private static Map<String, ObjectId> parts(Map<String, ObjectId> files) {
    return files.entrySet().stream()
        .filter(file -> PackagesTree.isPart(file.getKey()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
