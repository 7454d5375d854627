package dev.slipway.workflows.flow;

import dev.slipway.workflows.plan.Plan;

/** What a look at the world led to: a plan, beside what else the workflow wants to keep. */
public interface Planned {
  Plan plan();
}
