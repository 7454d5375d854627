package dev.slipway.workflows.flow;

import dev.slipway.workflows.approval.Agreement;
import java.time.Instant;

/**
 * All that a run knows, in one immutable record that can travel to the next run of its chain. It
 * holds nothing secret and stays small.
 *
 * @param <S> the record itself
 */
public interface FlowState<S extends FlowState<S>> {
  FlowRequest request();

  /** The latest moment for a decision on the first plan. */
  Instant decideBy();

  S withDecideBy(Instant deadline);

  /** Null until a plan was agreed to. */
  Agreement agreement();

  S withAgreement(Agreement agreement);
}
