package dev.slipway.workflows.contract;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What a run tells people elsewhere. */
@ActivityInterface
public interface NotificationActivities {
  /** What a webhook's name looks like, a regular expression. */
  String NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,62}";

  /**
   * Hands a notice to a webhook of worker.yml.
   *
   * <p>Idempotent as far as the receiver is: where nobody knows whether an attempt has arrived, the
   * next one repeats it under the same ID.
   *
   * @param receiver its name in worker.yml
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#NOTICE_UNDELIVERED} where the
   *     receiver did not answer, or asked for patience; {@link FailureType#NOTICE_REFUSED} where it
   *     never will, or worker.yml does not say how to reach it. Neither holds the receiver's URL,
   *     which may be a secret.
   */
  @ActivityMethod(name = "SendNotice")
  void sendNotice(String receiver, Notice notice);
}
