package dev.slipway.workflows.uninstall.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.inventory.Subject;

/**
 * One thing that stays.
 *
 * @param reason why
 * @param field of the request by which it would go, such as {@code volumes}; null where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Kept(Subject subject, String reason, String field) {
  public Kept {
    requireNonNull(subject, "subject");
    requireNonNull(reason, "reason");
  }
}
