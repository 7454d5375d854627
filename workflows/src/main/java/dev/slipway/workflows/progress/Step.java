package dev.slipway.workflows.progress;

/** The lines of the written flow, in order. */
public enum Step {
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
  REPORT_URLS("Reporting the URLs");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  /** What is being done, in the progressive form, as people read it. */
  public String title() {
    return title;
  }
}
