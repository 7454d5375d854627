package dev.slipway.workflows.notice;

import dev.slipway.workflows.contract.Notice;
import dev.slipway.workflows.contract.NotificationActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Patient, as nobody waits for it. */
public final class SendNoticeImpl implements SendNotice {
  // Over a night in which nobody mends the receiver; later the notice is no news.
  static final Duration BUDGET = Duration.ofDays(1);

  private final NotificationActivities activities =
      Workflow.newActivityStub(
          NotificationActivities.class,
          ActivityOptions.newBuilder()
              .setScheduleToCloseTimeout(BUDGET)
              .setStartToCloseTimeout(Duration.ofSeconds(30))
              .setRetryOptions(
                  RetryOptions.newBuilder()
                      .setInitialInterval(Duration.ofSeconds(2))
                      .setBackoffCoefficient(2)
                      .setMaximumInterval(Duration.ofMinutes(10))
                      .build())
              .setSummary("Hand the notice to its receiver")
              .build());

  @Override
  public void send(String receiver, Notice notice) {
    activities.sendNotice(receiver, notice);
  }
}
