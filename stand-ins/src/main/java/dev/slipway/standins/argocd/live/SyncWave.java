package dev.slipway.standins.argocd.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.control.ObjectMeta;

/** In which wave an object is applied, lowest first, and deleted, highest first. */
public final class SyncWave {
  private static final String ANNOTATION = "argocd.argoproj.io/sync-wave";

  private SyncWave() {}

  /** Whoever says nothing is in wave 0. */
  public static int of(JsonNode object) {
    String wave = ObjectMeta.of(object).annotation(ANNOTATION);
    return wave.isEmpty() ? 0 : Integer.parseInt(wave);
  }
}
