package dev.slipway.workflows.flow;

/**
 * The step that looks at the world and makes the plan.
 *
 * @param <I> what an earlier look has fixed; null at the first
 */
public interface Planning<I, O extends Planned> extends FlowStep<I, O> {

  /** Whether what an earlier look has fixed is no longer so: a run under it needs a new plan. */
  boolean isOutdated(I fixed);
}
