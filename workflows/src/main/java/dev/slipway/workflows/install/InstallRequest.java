package dev.slipway.workflows.install;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.attention.AttentionPolicy;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.FlowRequest;
import dev.slipway.workflows.platform.Target;
import java.time.Duration;
import java.util.List;

/**
 * One JSON object that a person can type. Account, region, cluster and one of config and configFile
 * are required.
 *
 * @param config the keys of config.yaml as JSON; null when a file is named
 * @param configFile name of a file below the worker's configuration folder; null when inline
 * @param credentials where the GitHub App credentials come from; default {@code worker}
 * @param approval who may agree and until when; default anybody within three days
 * @param taskQueue whose workers reach the cluster; default {@code slipway}
 * @param allowDeletions whether a change that deletes applications is wanted; default false
 * @param allowUnpushed whether packages that are not what Git holds are meant; default false
 * @param allowAdoption whether an installation that Slipway did not make may be taken over where
 *     nobody has to agree to the plan; default false
 * @param attention whether it waits for a person where a step needs one, and until when; default to
 *     park where an approval is required and to fail where not
 * @param stepWithin how long one step may take; default 15 minutes
 * @param applicationsWithin how long the applications may take to be healthy; default 60 minutes
 * @param receivers who is told of it, typed as {@code notify}: webhooks of worker.yml; default none
 */
public record InstallRequest(
    Target target,
    JsonNode config,
    String configFile,
    CredentialsSource credentials,
    ApprovalPolicy approval,
    AttentionPolicy attention,
    String taskQueue,
    boolean allowDeletions,
    boolean allowUnpushed,
    boolean allowAdoption,
    Duration stepWithin,
    Duration applicationsWithin,
    List<String> receivers)
    implements FlowRequest {

  public InstallRequest {
    requireNonNull(target, "target");
    requireNonNull(credentials, "credentials");
    requireNonNull(approval, "approval");
    // A run that goes on from an older build hands on a request without it.
    attention = attention == null ? AttentionPolicy.of(approval) : attention;
    requireNonNull(taskQueue, "taskQueue");
    requireNonNull(stepWithin, "stepWithin");
    requireNonNull(applicationsWithin, "applicationsWithin");
    receivers = receivers == null ? List.of() : List.copyOf(receivers);
  }

  @Override
  public Mandate mandate() {
    return new Mandate(!approval.required(), allowDeletions);
  }

  /**
   * Reads what was typed, and reports all that is wrong with it at once.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_REQUEST}, {@link
   *     FailureType#INVALID_CONFIG}
   */
  public static InstallRequest parse(JsonNode input) {
    return new RequestReader(input).read();
  }
}
