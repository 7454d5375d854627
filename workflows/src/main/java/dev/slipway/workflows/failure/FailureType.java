package dev.slipway.workflows.failure;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every way in which a run can fail, in three families. The name is the failure's type in Temporal,
 * so that a program can tell them apart without reading texts; the sentence says what happened and
 * who mends it.
 */
public enum FailureType {
  NOT_YET(
      Family.TRANSIENT,
      "What was looked for is not there yet. Slipway looks again; nobody needs to act."),
  UNCHANGED(
      Family.TRANSIENT,
      "Nothing has changed since the last look. Slipway looks again; nobody needs to act."),
  AWS_UNAVAILABLE(
      Family.TRANSIENT,
      "AWS did not answer, asked for patience, or the worker had no valid credentials. "
          + "Slipway tries again; if it lasts, whoever runs the worker checks its way to AWS and "
          + "its credentials."),
  CLUSTER_UNREACHABLE(
      Family.TRANSIENT,
      "The cluster's API did not answer. "
          + "Slipway tries again; if it lasts, whoever runs the cluster checks it and the "
          + "worker's way to it."),
  CHART_REPOSITORY_UNAVAILABLE(
      Family.TRANSIENT,
      "The repository of a chart did not answer. "
          + "Slipway tries again; if it lasts, whoever keeps packages/ checks the chart's "
          + "address, and whoever runs the worker its way there."),
  HELM_FAILED(
      Family.TRANSIENT,
      "Helm could not do its work. "
          + "Slipway tries again; if it lasts, whoever keeps packages/ reads Helm's message."),
  TEMPORAL_UNAVAILABLE(
      Family.TRANSIENT,
      "Temporal could not be asked about another run. "
          + "Slipway tries again; if it lasts, whoever runs Temporal checks it."),
  NOTICE_UNDELIVERED(
      Family.TRANSIENT,
      "A notice did not reach its receiver. "
          + "Slipway tries again; if it lasts, whoever runs the receiver checks it."),

  ACCESS_DENIED(
      Family.NEEDS_A_PERSON,
      "The worker may not do what it has to. "
          + "Whoever grants rights in AWS or in the cluster adds the one that is named."),
  AWS_REFUSED(
      Family.NEEDS_A_PERSON,
      "AWS refused a call for good. Whoever runs the AWS account mends what the message names."),
  CLUSTER_REFUSED(
      Family.NEEDS_A_PERSON,
      "The cluster refused a call for good. "
          + "Whoever runs the cluster mends what the message names."),
  PREFLIGHT_FAILED(
      Family.NEEDS_A_PERSON,
      "Something would stop the run half-way, so nothing was changed. "
          + "The operator mends every finding; then it can be tried again."),
  CLUSTER_OWNED(
      Family.NEEDS_A_PERSON,
      "Another run works on the cluster, or waits there for a person. "
          + "The operator waits for it, answers it, or ends it."),
  SECRET_OWNED(
      Family.NEEDS_A_PERSON,
      "A secret of that name belongs to another cluster. "
          + "The operator chooses another secret_prefix."),
  SECRET_INCOMPLETE(
      Family.NEEDS_A_PERSON,
      "The GitHub App credentials lack keys. "
          + "The operator completes the worker's private/ folder, or pushes them again."),
  HELM_REFUSED(
      Family.NEEDS_A_PERSON,
      "Helm or the cluster refused a chart or its values. "
          + "Whoever keeps packages/ mends what the message names."),
  RELEASE_OWNED(
      Family.NEEDS_A_PERSON,
      "What a Helm release brings belongs to somebody else. "
          + "The operator hands it over, or removes it."),
  MANIFEST_REFUSED(
      Family.NEEDS_A_PERSON,
      "The cluster refused a manifest. Whoever keeps packages/ mends the file that is named."),
  PACKAGES_CHANGED(
      Family.NEEDS_A_PERSON,
      "The worker's packages are not those that were approved. "
          + "The operator tries again, or starts again, and decides on the new plan."),
  CHART_REFUSED(
      Family.NEEDS_A_PERSON,
      "The repository of a chart refused, does not have it, or is not what it says. "
          + "Whoever keeps packages/ mends the chart's address or version, or whoever runs the "
          + "worker its way there."),
  CHART_CHANGED(
      Family.NEEDS_A_PERSON,
      "A chart is not the one that was approved. "
          + "The operator asks who published it anew, tries or starts again, and decides on the "
          + "new plan."),
  CLUSTER_SECRET_NOT_READY(
      Family.NEEDS_A_PERSON,
      "External Secrets did not make the cluster secret in time. "
          + "The operator mends what its message names."),
  APPLICATIONS_NOT_HEALTHY(
      Family.NEEDS_A_PERSON,
      "Applications were not up in time. "
          + "Whoever keeps packages/ or the cluster mends each one that is named."),
  RECORD_UNREADABLE(
      Family.NEEDS_A_PERSON,
      "What the cluster remembers of the installation is damaged. "
          + "Whoever runs the cluster restores ConfigMaps kube-system/slipway-installation…, or "
          + "deletes all of them: then what is there is taken over anew."),
  NOTICE_REFUSED(
      Family.NEEDS_A_PERSON,
      "A notice cannot be delivered; the run goes on without it. "
          + "Whoever runs the worker mends that webhook in worker.yml, or its receiver."),
  STEP_TIMED_OUT(
      Family.NEEDS_A_PERSON,
      "A step did not end in time. The operator mends what it waited for, or gives it more time."),

  INVALID_REQUEST(
      Family.CALLER,
      "The request cannot be understood. The caller corrects every field that is named."),
  INVALID_STATE(
      Family.CALLER,
      "The second argument is not this run's own. "
          + "The caller starts with one argument, the request."),
  INVALID_CONFIG(
      Family.CALLER, "config.yaml has problems. The caller corrects every field that is named."),
  INVALID_PACKAGES(
      Family.CALLER, "packages/ has problems. The caller corrects every file that is named."),
  UNKNOWN_CLUSTER(
      Family.CALLER, "There is no such cluster. The caller corrects account, region or cluster."),
  ACCOUNT_MISMATCH(
      Family.CALLER,
      "The worker's credentials are of another AWS account. "
          + "The caller corrects the account, or names another task queue."),
  NOT_ALLOWED(
      Family.CALLER,
      "The worker's operator does not allow what the request asks for. "
          + "The caller asks for less, or the operator widens allow in worker.yml."),
  REJECTED(
      Family.CALLER, "An approver refused the plan. The caller talks to them and starts again."),
  DEADLINE_PASSED(
      Family.CALLER,
      "Nobody decided on the plan in time. The caller finds an approver and starts again."),
  ABORTED(
      Family.CALLER,
      "A person ended the run while it waited for one. "
          + "What was done stays; a new run goes on where things stand."),
  ATTENTION_DEADLINE_PASSED(
      Family.CALLER,
      "Nobody answered in time what the run waited for. "
          + "The operator mends the cause and starts again; what was done stays.");

  /** Who can do something about it. */
  public enum Family {
    /** The world, passing: retried inside the step's budget. */
    TRANSIENT,
    /** The world, standing: it stays so until a person mends it. */
    NEEDS_A_PERSON,
    /** The caller: the input cannot change, so the run ends. */
    CALLER
  }

  private final Family family;
  private final String sentence;

  FailureType(Family family, String sentence) {
    this.family = family;
    this.sentence = sentence;
  }

  /**
   * The type of that name; empty for a failure that Slipway does not name, or not in this build.
   */
  public static Optional<FailureType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /**
   * A failure in words: its type, the message, and below them who mends it, where that is known.
   */
  public static String words(String type, String message) {
    String why = type + ": " + message;
    return of(type).map(named -> why + "\n" + named.sentence).orElse(why);
  }

  public Family family() {
    return family;
  }

  /** What happened, and who mends it. */
  public String sentence() {
    return sentence;
  }

  /** The failure to throw; only a transient one is retried. The message holds nothing secret. */
  public ApplicationFailure failure(String message) {
    return failure(message, null);
  }

  /** Like {@link #failure(String)}, keeping the cause. Its text reaches the history as well. */
  public ApplicationFailure failure(String message, Throwable cause) {
    return ApplicationFailure.newBuilder()
        .setType(name())
        .setMessage(message)
        .setCause(cause)
        .setNonRetryable(family != Family.TRANSIENT)
        .build();
  }

  /**
   * A look that found nothing new: retried by the server after the delay, holds nothing meanwhile
   * and raises no alarm.
   */
  public ApplicationFailure benign(String message, Duration nextLook) {
    return ApplicationFailure.newBuilder()
        .setType(name())
        .setMessage(message)
        .setNextRetryDelay(nextLook)
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }
}
