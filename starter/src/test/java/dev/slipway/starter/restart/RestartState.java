package dev.slipway.starter.restart;

import dev.slipway.workflows.approval.Agreement;
import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.attention.AttentionPolicy;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.flow.FlowRequest;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

record RestartState(Request request, Instant decideBy, Agreement agreement)
    implements FlowState<RestartState> {

  record Request(Target target, ApprovalPolicy approval, String taskQueue, Duration stepWithin)
      implements FlowRequest {
    @Override
    public AttentionPolicy attention() {
      return AttentionPolicy.of(approval);
    }

    @Override
    public Mandate mandate() {
      return new Mandate(!approval.required(), false);
    }
  }

  static RestartState at(Instant now) {
    ClusterId cluster = new ClusterId("111122223333", "eu-west-3", "idp");
    ApprovalPolicy approval =
        new ApprovalPolicy(true, List.of(), Duration.ofHours(2), Duration.ofHours(1));
    Request request =
        new Request(new Target(cluster, null), approval, "slipway", Duration.ofMinutes(1));
    return new RestartState(request, now.plus(approval.deadline()), null);
  }

  @Override
  public RestartState withDecideBy(Instant deadline) {
    return new RestartState(request, deadline, agreement);
  }

  @Override
  public RestartState withAgreement(Agreement reached) {
    return new RestartState(request, decideBy, reached);
  }
}
