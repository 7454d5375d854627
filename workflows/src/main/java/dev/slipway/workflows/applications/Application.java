package dev.slipway.workflows.applications;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One Argo CD Application as it was seen, compact.
 *
 * @param addon label {@code addonName}; empty for the Applications of the AppSet chart itself
 * @param sync {@code Synced}, {@code OutOfSync} or {@code Unknown}
 * @param health {@code Healthy}, {@code Progressing}, {@code Degraded}, {@code Missing}, {@code
 *     Suspended} or {@code Unknown}
 * @param operation phase of the last operation ({@code Running}, {@code Succeeded}, {@code Failed},
 *     {@code Error}, {@code Terminating}); null before the first
 * @param retrying whether that operation sleeps until Argo CD's own next retry
 * @param operationAtRevision whether the last operation was for the revision that Argo CD compares
 *     with now
 * @param error message of the first error condition; null without one
 * @param message why it is not up, in Argo CD's words (operation or health); null where there is
 *     nothing to say. Cut at 500 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Application(
    String name,
    String addon,
    String sync,
    String health,
    String operation,
    boolean retrying,
    boolean operationAtRevision,
    String error,
    String message) {
  public Application {
    requireNonNull(name, "name");
    requireNonNull(addon, "addon");
    requireNonNull(sync, "sync");
    requireNonNull(health, "health");
  }

  /** Up as design section 7 has it: Healthy alone is not the truth. */
  public boolean isUp() {
    if (!health.equals("Healthy") || error != null) {
      return false;
    }
    if (sync.equals("Synced")) {
      return operation == null || operation.equals("Succeeded");
    }
    return isUpWithDifferences();
  }

  /** Healthy and OutOfSync after a success at the current revision: a permanent difference. */
  public boolean isUpWithDifferences() {
    return health.equals("Healthy")
        && error == null
        && sync.equals("OutOfSync")
        && "Succeeded".equals(operation)
        && operationAtRevision;
  }
}
