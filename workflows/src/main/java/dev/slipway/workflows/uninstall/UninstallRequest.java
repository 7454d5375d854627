package dev.slipway.workflows.uninstall;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.flow.RequestFields;
import dev.slipway.workflows.flow.TargetFields;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.uninstall.plan.Extent;
import dev.slipway.workflows.uninstall.plan.Extent.Secrets;
import dev.slipway.workflows.wire.TaskQueues;
import java.util.ArrayList;
import java.util.List;

/**
 * One JSON object that a person can type. Account, region and cluster are required; what is not
 * asked for is kept.
 *
 * @param extent typed as {@code volumes}, {@code secrets}, {@code recoveryDays}, {@code crds},
 *     {@code liveClaims}, {@code alsoRemove} and {@code localCluster}
 * @param taskQueue whose workers reach the cluster; default {@code slipway}
 */
public record UninstallRequest(Target target, Extent extent, String taskQueue) {
  private static final String EXAMPLE =
      "{\"account\":\"123456789012\",\"region\":\"eu-west-3\",\"cluster\":\"idp\"}";
  private static final List<String> KNOWN =
      List.of(
          "volumes",
          "secrets",
          "recoveryDays",
          "crds",
          "liveClaims",
          "alsoRemove",
          "localCluster",
          "taskQueue");
  // As AWS has it.
  private static final int SHORTEST_RECOVERY = 7;
  private static final int LONGEST_RECOVERY = 30;

  public UninstallRequest {
    requireNonNull(target, "target");
    requireNonNull(extent, "extent");
    requireNonNull(taskQueue, "taskQueue");
  }

  /**
   * Reads it strictly.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_REQUEST} with every
   *     problem
   */
  public static UninstallRequest parse(JsonNode input) {
    RequestFields fields = new RequestFields(input, EXAMPLE);
    List<String> known = new ArrayList<>(TargetFields.NAMES);
    known.addAll(KNOWN);
    fields.refuseUnknown(known);
    UninstallRequest request =
        new UninstallRequest(
            TargetFields.read(fields),
            extent(fields),
            fields.text("taskQueue", TaskQueues.DEFAULT));
    if (!fields.problems().isEmpty()) {
      throw FailureType.INVALID_REQUEST.failure(String.join("; ", fields.problems()));
    }
    return request;
  }

  private static Extent extent(RequestFields fields) {
    return new Extent(
        fields.flag("volumes"),
        secrets(fields),
        fields.flag("crds"),
        fields.texts("liveClaims"),
        fields.texts("alsoRemove"),
        fields.text("localCluster", null));
  }

  private static Secrets secrets(RequestFields fields) {
    String secrets = fields.oneOf("secrets", List.of("keep", "delete", "force"));
    boolean recoverable = secrets.equals("delete");
    if (!recoverable && fields.has("recoveryDays")) {
      fields.problem("recoveryDays", "needs secrets \"delete\"");
    }
    int days =
        recoverable
            ? fields.number("recoveryDays", SHORTEST_RECOVERY, LONGEST_RECOVERY, LONGEST_RECOVERY)
            : 0;
    return secrets.equals("keep") ? Secrets.KEPT : new Secrets(true, days);
  }
}
