package dev.slipway.sandbox.argocd;

/** Hears what the stand-in for Argo CD does. */
public interface ArgoCdListener {
  void syncFailed(String application, String reason);

  /** Somebody else than Argo CD itself asked for a sync. */
  void syncAskedFor(String application, String by);
}
