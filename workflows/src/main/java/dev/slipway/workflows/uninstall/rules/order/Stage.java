package dev.slipway.workflows.uninstall.rules.order;

/** The parts of a removal, in their order. */
public enum Stage {
  LOCAL_CLUSTER("Local cluster"),
  /** Else they would make their Applications again. */
  APPLICATION_SETS("ApplicationSets, without what they made"),
  /** Without the cluster's Secret Argo CD would drop its finalizers and delete nothing. */
  CLUSTER_SECRETS("ExternalSecrets of Argo CD, without their Secrets"),
  CLAIMS("Live claims for cloud resources"),
  /** While those live who clean up balancers and records. */
  ENTRANCES("Ingresses and balanced Services"),
  /** Nobody would take their finalizers off once the addon of the controller is gone. */
  WAITING("What waits for the controller of an addon"),
  ADDONS("Addons"),
  VOLUMES("Volumes"),
  /** While External Secrets lives, which takes their finalizers off. */
  STORES("ExternalSecrets and stores"),
  /** Nobody reads secrets any more: those that Argo CD still needs were set free before. */
  EXTERNAL_SECRETS("External Secrets"),
  ARGO_CD("Argo CD"),
  LEFT_OVERS("What is part of no addon"),
  NAMESPACES("Namespaces"),
  SECRETS("Secrets in AWS"),
  DEFINITIONS("CRDs");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
