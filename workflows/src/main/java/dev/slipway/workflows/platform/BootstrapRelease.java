package dev.slipway.workflows.platform;

import java.util.List;
import java.util.stream.Stream;

/** The three Helm releases that Slipway installs itself, by the names they have in a cluster. */
public enum BootstrapRelease {
  ARGO_CD("argocd", "argocd", "argocd"),
  EXTERNAL_SECRETS("external-secrets", "external-secrets", "external-secrets"),
  ADDONS_APPSET("addons-appset", "addons-appset", "argocd");

  private final String addon;
  private final String releaseName;
  private final String namespace;

  BootstrapRelease(String addon, String releaseName, String namespace) {
    this.addon = addon;
    this.releaseName = releaseName;
    this.namespace = namespace;
  }

  /** All namespaces that have one of them, each once. */
  public static List<String> namespaces() {
    return Stream.of(values()).map(BootstrapRelease::namespace).distinct().toList();
  }

  /** Key in {@code addons/values.yaml}; of the AppSet chart, in {@code bootstrap/values.yaml}. */
  public String addon() {
    return addon;
  }

  public String releaseName() {
    return releaseName;
  }

  public String namespace() {
    return namespace;
  }
}
