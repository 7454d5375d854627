package dev.slipway.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;

/**
 * How much runs at once.
 *
 * @param workflowTasks workflow tasks, which are short
 * @param activities activities other than Helm's
 * @param helm Helm operations; each is a process of about 300 MB
 * @param cachedWorkflows runs kept in memory; others are replayed when something happens to them.
 *     With 0 a run is bound to no worker
 * @param workflowThreads threads for all cached runs, about two a run
 */
record Slots(
    @JsonProperty @Min(2) int workflowTasks,
    @JsonProperty @Min(1) int activities,
    @JsonProperty @Min(1) int helm,
    @JsonProperty @Min(0) int cachedWorkflows,
    @JsonProperty @Min(2) int workflowThreads) {

  static Slots defaults() {
    return new Slots(20, 64, 2, 600, 2400);
  }
}
