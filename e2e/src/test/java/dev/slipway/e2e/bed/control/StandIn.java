package dev.slipway.e2e.bed.control;

import java.util.Set;

/** A stand-in for a controller that the bed has no real process for. */
public interface StandIn {
  /** Does what is due; live are the app.kubernetes.io/name labels of running pods. */
  void act(Set<String> live);
}
