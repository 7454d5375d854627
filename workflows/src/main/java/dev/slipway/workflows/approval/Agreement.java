package dev.slipway.workflows.approval;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.plan.Plan;

/**
 * A plan that may be carried out.
 *
 * @param decision null where the request required no approval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agreement(Plan plan, Decision decision) {
  public Agreement {
    requireNonNull(plan, "plan");
  }
}
