package dev.slipway.workflows.attention;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.approval.ApprovalPolicy;
import java.time.Duration;

/**
 * What a run does where a step needs a person.
 *
 * @param parks whether it waits for an answer; else it fails
 * @param within how long it waits before it fails after all; null for as long as it takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttentionPolicy(boolean parks, Duration within) {
  /** Waits for nobody. */
  public static final AttentionPolicy FAIL = new AttentionPolicy(false, null);

  /** Parks where somebody is there to approve, and fails where nobody is. */
  public static AttentionPolicy of(ApprovalPolicy approval) {
    return approval.required() ? new AttentionPolicy(true, null) : FAIL;
  }
}
