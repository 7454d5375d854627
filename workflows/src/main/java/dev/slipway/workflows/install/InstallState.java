package dev.slipway.workflows.install;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.contract.ApplicationActivities.ExpectedApplication;
import dev.slipway.workflows.contract.ConfigSecretsActivities.ConfigSecrets;
import dev.slipway.workflows.contract.OwnershipActivities.InstalledParts;
import dev.slipway.workflows.contract.ReleaseActivities.Release;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.install.health.AwaitHealthyApplications.Healthy;
import dev.slipway.workflows.install.steps.AwaitClusterSecret;
import dev.slipway.workflows.install.steps.ClaimCluster;
import dev.slipway.workflows.install.steps.Preflight;
import dev.slipway.workflows.install.steps.RecordInstallation;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.PlatformUrls;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that an install knows. Each step is given what it needs of it, and its result is folded in.
 *
 * @param decideBy the latest moment for a decision on the first plan
 * @param platform what the first look fixed; null before
 * @param agreement null until a plan was agreed to
 * @param configSecrets null until they were written
 * @param healthy null until every application was up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InstallState(
    InstallRequest request,
    Instant decideBy,
    Platform platform,
    Agreement agreement,
    ConfigSecrets configSecrets,
    List<Release> releases,
    Healthy healthy,
    List<Probe> probes)
    implements FlowState<InstallState> {

  InstallState {
    requireNonNull(request, "request");
    requireNonNull(decideBy, "decideBy");
    releases = List.copyOf(releases);
    probes = List.copyOf(probes);
  }

  /** What is known when the request has been read. */
  static InstallState of(InstallRequest request, Instant now) {
    Instant decideBy = now.plus(request.approval().deadline());
    return new InstallState(request, decideBy, null, null, null, List.of(), null, List.of());
  }

  @Override
  public InstallState withDecideBy(Instant deadline) {
    return new InstallState(
        request, deadline, platform, agreement, configSecrets, releases, healthy, probes);
  }

  InstallState withPlatform(Preflight.Seen seen) {
    return new InstallState(
        request, decideBy, seen.platform(), agreement, configSecrets, releases, healthy, probes);
  }

  @Override
  public InstallState withAgreement(Agreement reached) {
    return new InstallState(
        request, decideBy, platform, reached, configSecrets, releases, healthy, probes);
  }

  InstallState withConfigSecrets(ConfigSecrets written) {
    return new InstallState(
        request, decideBy, platform, agreement, written, releases, healthy, probes);
  }

  InstallState withReleases(List<Release> more) {
    List<Release> all = Stream.concat(releases.stream(), more.stream()).toList();
    return new InstallState(
        request, decideBy, platform, agreement, configSecrets, all, healthy, probes);
  }

  InstallState withHealthy(Healthy applications) {
    return new InstallState(
        request, decideBy, platform, agreement, configSecrets, releases, applications, probes);
  }

  InstallState withProbes(List<Probe> probed) {
    return new InstallState(
        request, decideBy, platform, agreement, configSecrets, releases, healthy, probed);
  }

  ClaimCluster.Agreed agreed() {
    return new ClaimCluster.Agreed(platform, agreement);
  }

  AwaitClusterSecret.Wanted clusterSecret() {
    return new AwaitClusterSecret.Wanted(platform, configSecrets.currentSince());
  }

  /** Where people reach the addons that are up. */
  List<String> urls() {
    List<String> addons = healthy.applications().stream().map(ExpectedApplication::addon).toList();
    return PlatformUrls.of(platform.config()).stream()
        .filter(place -> addons.contains(place.addon()))
        .map(PlatformUrl::url)
        .toList();
  }

  RecordInstallation.Installed installed() {
    return new RecordInstallation.Installed(
        platform,
        new InstalledParts(
            releases, configSecrets.configArn(), configSecrets.githubAppArn(), healthy.names()));
  }
}
