package dev.slipway.standins.argocd.sources;

/** Why an Application's manifests could not be made. */
public final class NotRendered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotRendered(String message) {
    super(message);
  }
}
