package dev.slipway.worker.temporal;

/**
 * Where the worker stands with Temporal.
 *
 * @param detail why, for a person
 */
public record WorkerState(Phase phase, String detail) {

  /** From start to end. */
  public enum Phase {
    CONNECTING,
    POLLING,
    REFUSED,
    DRAINING
  }
}
