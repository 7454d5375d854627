package dev.slipway.workflows.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.approval.ApprovalGate;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.approval.Decision.Verdict;
import dev.slipway.workflows.approval.Plan;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.ProgressBoard;
import java.time.Duration;

/** The install, as it is written: one line a step. */
public final class InstallPlatformImpl implements InstallPlatform {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final ProgressBoard board = new ProgressBoard();
  private final ApprovalGate approvalGate = new ApprovalGate(board);
  private final InstallRun run = new InstallRun(board);

  @Override
  public InstallReport install(JsonNode input) {
    return run.reportingFailure(() -> install(InstallRequest.parse(input)));
  }

  private InstallReport install(InstallRequest request) {
    InstallSteps steps = run.open(request);
    Agreement agreement =
        approvalGate.agreeOn(request.approval(), () -> run.step(steps.preflight(), request));
    return run.owningCluster(steps.claimCluster(), agreement, () -> build(steps, agreement));
  }

  private InstallReport build(InstallSteps steps, Agreement agreement) {
    Platform platform = agreement.plan().platform();
    ReportDraft draft = new ReportDraft(agreement);
    draft.secrets(run.step(steps.createConfigSecrets(), platform));
    draft.releases(run.step(steps.bootstrapCluster(), platform));
    run.step(steps.applyCustomManifests(), platform);
    run.step(steps.awaitClusterSecret(), draft);
    run.step(steps.settle(), TEN_SECONDS);
    draft.releases(run.step(steps.installAddonsAppSet(), platform));
    draft.healthy(run.step(steps.awaitHealthyApplications(), platform));
    draft.urls(run.step(steps.reportUrls(), draft));
    return run.report(steps.claimCluster(), draft);
  }

  @Override
  public void approve(JsonNode decision) {
    approvalGate.signal(Verdict.APPROVED, decision);
  }

  @Override
  public void reject(JsonNode decision) {
    approvalGate.signal(Verdict.REJECTED, decision);
  }

  @Override
  public Decision decide(JsonNode decision) {
    return approvalGate.decide(decision);
  }

  @Override
  public void validateDecision(JsonNode decision) {
    approvalGate.validate(decision);
  }

  @Override
  public Plan plan() {
    return approvalGate.plan();
  }

  @Override
  public Progress progress() {
    return board.progress();
  }

  @Override
  public Picture applications() {
    return board.picture();
  }
}
