package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.contract.OwnershipActivities.InstalledParts;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.progress.FlowLine;

/** Completes the record of the installation, which outlives the run. */
public final class RecordInstallation implements FlowStep<RecordInstallation.Installed, Void> {

  /** What there is to write down. */
  public record Installed(Platform platform, InstalledParts parts) {}

  private final OwnershipActivities activities;

  public RecordInstallation(ActivityCalls calls) {
    this.activities = calls.of(OwnershipActivities.class, "Write down what was installed");
  }

  @Override
  public FlowLine line() {
    return InstallLine.RECORD_INSTALLATION;
  }

  @Override
  public Void run(Installed installed) {
    activities.completeInstallationRecord(installed.platform(), installed.parts());
    return null;
  }
}
