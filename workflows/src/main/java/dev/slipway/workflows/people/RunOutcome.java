package dev.slipway.workflows.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.failure.FailureType;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param failure the type of the failure, such as {@code REJECTED}; null on success
 * @param message why; null on success
 * @param report what the workflow returned; null where it failed or returns nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunOutcome(String failure, String message, JsonNode report) {

  static RunOutcome success(JsonNode report) {
    return new RunOutcome(null, null, report);
  }

  static RunOutcome failure(String type, String message) {
    return new RunOutcome(type, message, null);
  }

  /** Whether it ended well. */
  public boolean succeeded() {
    return failure == null;
  }

  /** Empty on success, and where the failure has no name in this build. */
  @JsonIgnore
  public Optional<FailureType> failureType() {
    return FailureType.of(failure);
  }

  /** Why it failed, and below it who mends that. */
  public String words() {
    return FailureType.words(failure, message);
  }
}
