package dev.slipway.sandbox.worker;

import dev.slipway.activities.ActivityCatalogue;
import dev.slipway.activities.ActivitySettings;
import dev.slipway.activities.TemporalAccess;
import dev.slipway.activities.World;
import dev.slipway.activities.helm.HelmProcess;
import dev.slipway.workflows.contract.ReleaseActivities;
import io.temporal.activity.Activity;
import java.util.List;

/** All activities as they are, but the one that installs with Helm. */
final class SandboxCatalogue extends ActivityCatalogue {
  private final StandInReleases releases;

  SandboxCatalogue(ActivitySettings settings, TemporalAccess temporal) {
    this(settings, temporal, World.real(settings));
  }

  private SandboxCatalogue(ActivitySettings settings, TemporalAccess temporal, World world) {
    super(settings, temporal, world);
    releases =
        new StandInReleases(
            world.clusters(),
            packages(),
            new HelmProcess(settings.helm(), SandboxCatalogue::heartbeat));
  }

  @Override
  public List<Object> helmActivities() {
    return super.helmActivities().stream()
        .map(activity -> activity instanceof ReleaseActivities ? releases : activity)
        .toList();
  }

  private static void heartbeat() {
    Activity.getExecutionContext().heartbeat(null);
  }
}
