package dev.slipway.starter.restart;

import dev.slipway.workflows.flow.ClusterClaim;
import dev.slipway.workflows.flow.FlowStep;
import dev.slipway.workflows.progress.FlowLine;

final class Restart implements FlowStep<RestartState, Void> {
  @Override
  public FlowLine line() {
    return RestartLine.RESTART;
  }

  @Override
  public Void run(RestartState state) {
    ClusterClaim.of(state.request()).take(state.agreement().plan().digest());
    return null;
  }
}
