package dev.slipway.workflows.install;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.flow.run.Continuation;
import dev.slipway.workflows.flow.run.PlatformFlow;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.platform.PlatformUrls;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import dev.slipway.workflows.progress.WorkflowClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The install, as it is written: one line a step. */
public final class InstallPlatformImpl extends PlatformFlow<InstallState>
    implements InstallPlatform {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  public InstallPlatformImpl() {
    this(Continuation.WHEN_SUGGESTED);
  }

  InstallPlatformImpl(Continuation continuation) {
    super(List.of(InstallLine.values()), InstallLine.APPROVAL, continuation);
  }

  @Override
  public InstallReport install(JsonNode request, JsonNode carried) {
    return run.reportingFailure(
        () -> {
          begin(request, carried);
          return install(InstallSteps.of(run.state().request(), board));
        });
  }

  private void begin(JsonNode request, JsonNode carried) {
    Instant now = WorkflowClock.now();
    InstallState fresh = InstallState.of(InstallRequest.parse(request), now);
    run.begin(request, carried, fresh, InstallState.class);
  }

  private InstallReport install(InstallSteps steps) {
    run.agreeOn(steps.preflight(), InstallState::platform, InstallState::withPlatform);
    return run.owningCluster(steps.claimCluster(), InstallState::agreed, () -> build(steps));
  }

  private InstallReport build(InstallSteps steps) {
    run.step(steps.createConfigSecrets(), InstallState::platform, InstallState::withConfigSecrets);
    run.step(steps.bootstrapCluster(), InstallState::platform, InstallState::withReleases);
    run.step(steps.applyCustomManifests(), InstallState::platform);
    run.step(steps.awaitClusterSecret(), InstallState::clusterSecret);
    run.step(steps.settle(), state -> TEN_SECONDS);
    run.step(steps.installAddonsAppSet(), InstallState::platform, InstallState::withReleases);
    run.step(steps.awaitHealthyApplications(), InstallState::platform, InstallState::withHealthy);
    run.step(steps.reportUrls(), InstallState::urls, InstallState::withProbes);
    run.step(steps.recordInstallation(), InstallState::installed);
    return InstallReport.of(run.state(), board.progress().steps());
  }

  @Override
  public List<PlatformUrl> urls() {
    InstallState state = run.state();
    return state == null || state.platform() == null
        ? List.of()
        : PlatformUrls.of(state.platform().config());
  }
}
