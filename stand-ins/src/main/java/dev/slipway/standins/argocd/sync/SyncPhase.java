package dev.slipway.standins.argocd.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.argocd.live.Hook;

/** The parts of an operation, in order; the last one runs only after a failure. */
enum SyncPhase {
  PRE_SYNC("PreSync"),
  SYNC("Sync"),
  POST_SYNC("PostSync"),
  SYNC_FAIL("SyncFail");

  private final String word;

  SyncPhase(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static SyncPhase of(JsonNode object) {
    for (SyncPhase phase : values()) {
      if (phase.word.equals(Hook.type(object))) {
        return phase;
      }
    }
    return SYNC;
  }
}
