package dev.slipway.workflows.install.steps;

import dev.slipway.workflows.progress.FlowLine;

/** The lines of the install, in order. */
public enum InstallLine implements FlowLine {
  PREFLIGHT("Looking at account, cluster and packages"),
  APPROVAL("Waiting for approval"),
  CLAIM_CLUSTER("Claiming the cluster"),
  CREATE_CONFIG_SECRETS("Creating the configuration secrets"),
  BOOTSTRAP_CLUSTER("Installing Argo CD and External Secrets"),
  APPLY_CUSTOM_MANIFESTS("Applying the custom manifests"),
  AWAIT_CLUSTER_SECRET("Waiting for the cluster secret"),
  SETTLE("Settling for 10 seconds"),
  INSTALL_ADDONS_APPSET("Installing the AppSet chart"),
  AWAIT_HEALTHY_APPLICATIONS("Waiting for healthy applications"),
  REPORT_URLS("Reporting the URLs"),
  RECORD_INSTALLATION("Writing down what was installed");

  private final String title;

  InstallLine(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
