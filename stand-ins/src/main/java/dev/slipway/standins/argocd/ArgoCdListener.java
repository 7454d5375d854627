package dev.slipway.standins.argocd;

/** Hears what the stand-in for Argo CD does. */
@FunctionalInterface
public interface ArgoCdListener {
  /** Somebody else than Argo CD itself asked for a sync. */
  void syncAskedFor(String application, String by);
}
