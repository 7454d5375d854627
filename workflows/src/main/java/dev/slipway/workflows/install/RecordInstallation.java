package dev.slipway.workflows.install;

import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.contract.OwnershipActivities.Outcome;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.flow.ActivityCalls;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.progress.FlowLine;

/** Completes the record of the installation, which outlives the run. */
final class RecordInstallation implements FlowStep<RecordInstallation.Installed, Void> {

  /** What there is to write down. */
  record Installed(Platform platform, Outcome outcome) {}

  private final OwnershipActivities activities;

  RecordInstallation(ActivityCalls calls) {
    this.activities = calls.of(OwnershipActivities.class, "Write down what was installed");
  }

  @Override
  public FlowLine line() {
    return InstallLine.RECORD_INSTALLATION;
  }

  @Override
  public Void run(Installed installed) {
    activities.completeInstallationRecord(installed.platform(), installed.outcome());
    return null;
  }
}
