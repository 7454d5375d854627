package dev.slipway.worker;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.activities.ActivitySettings;
import dev.slipway.activities.aws.AwsAccess;
import dev.slipway.activities.notification.Receivers;
import dev.slipway.workflows.contract.NotificationActivities;
import dev.slipway.workflows.wire.TaskQueues;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The settings of {@code worker.yml}. How to reach Temporal is not among them. */
public final class WorkerConfiguration extends Configuration {
  private static final String NAMES = "must be named by letters, digits, _ and -";

  @NotBlank @JsonProperty private String taskQueue = TaskQueues.DEFAULT;

  @NotNull
  @MinDuration(value = 0, unit = TimeUnit.SECONDS)
  @JsonProperty
  private Duration drainGrace = Duration.seconds(20);

  @NotNull
  @MinDuration(value = 5, unit = TimeUnit.SECONDS)
  @JsonProperty
  private Duration tokenRenewal = Duration.minutes(10);

  @Valid @NotNull @JsonProperty private Slots slots = Slots.defaults();

  @Valid @NotNull @JsonProperty
  private Folders folders =
      new Folders(Path.of("packages"), Path.of("."), Path.of("private"), Path.of("target", "helm"));

  @Valid @NotNull @JsonProperty private Allow allow = Allow.defaults();

  @Pattern(regexp = "[\\w+=,.@:/-]{2,1224}")
  @JsonProperty
  private String externalId;

  @JsonProperty
  private Map<
          @Pattern(regexp = NotificationActivities.NAME, message = NAMES) String,
          @Valid @NotNull Webhook>
      webhooks = Map.of();

  String taskQueue() {
    return taskQueue;
  }

  java.time.Duration drainGrace() {
    return drainGrace.toJavaDuration();
  }

  Slots slots() {
    return slots;
  }

  ActivitySettings activitySettings() {
    return new ActivitySettings(
        folders.packages(),
        folders.config(),
        folders.credentials(),
        folders.helm(),
        tokenRenewal.toJavaDuration(),
        new AwsAccess(allow.allowance(), externalId),
        receivers());
  }

  private Receivers receivers() {
    // Null where the variable in worker.yml is empty.
    Map<String, Webhook> named = webhooks == null ? Map.of() : webhooks;
    return new Receivers(
        named.entrySet().stream()
            .map(webhook -> webhook.getValue().receiver(webhook.getKey()))
            .toList());
  }
}
