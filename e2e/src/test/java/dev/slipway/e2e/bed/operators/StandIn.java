package dev.slipway.e2e.bed.operators;

import java.util.Set;

/** A stand-in for a controller that the bed has no real process for. */
interface StandIn {
  /** Does what is due; live are the app.kubernetes.io/name labels of running pods. */
  void act(Set<String> live);
}
