package dev.slipway.standins.control;

/** Looks at the cluster and brings it one step on. Called again and again, by one thread. */
@FunctionalInterface
public interface Controller {
  void reconcile();
}
