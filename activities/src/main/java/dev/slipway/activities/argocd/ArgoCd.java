package dev.slipway.activities.argocd;

import dev.slipway.activities.kubernetes.Kind;
import dev.slipway.workflows.platform.BootstrapRelease;

/** What Argo CD calls its things in a cluster. */
public final class ArgoCd {
  /** Where it runs, and where the Applications and ApplicationSets are. */
  public static final String NAMESPACE = BootstrapRelease.ARGO_CD.namespace();

  public static final Kind APPLICATION =
      Kind.namespaced("argoproj.io/v1alpha1", "Application", "applications");
  public static final Kind APPLICATION_SET =
      Kind.namespaced("argoproj.io/v1alpha1", "ApplicationSet", "applicationsets");

  private ArgoCd() {}

  /** For messages, such as {@code Application argocd/keycloak-alpha}. */
  public static String application(String name) {
    return "Application " + NAMESPACE + "/" + name;
  }
}
