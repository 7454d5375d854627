package dev.slipway.activities.kubernetes;

import dev.slipway.workflows.failure.FailureType;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** A write that names the version it was made for, or that there is none. */
public final class GuardedWrite {
  private GuardedWrite() {}

  /**
   * Somebody else may be faster; the activity's retry looks at what they wrote.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#CLUSTER_UNREACHABLE} then
   */
  public static void of(String object, Runnable write) {
    try {
      write.run();
    } catch (KubernetesClientException e) {
      if (!Answers.isConflict(e)) {
        throw e;
      }
      throw FailureType.CLUSTER_UNREACHABLE.failure(object + " was changed at the same moment", e);
    }
  }
}
