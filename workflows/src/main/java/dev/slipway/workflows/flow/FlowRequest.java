package dev.slipway.workflows.flow;

import dev.slipway.workflows.approval.ApprovalPolicy;
import dev.slipway.workflows.attention.AttentionPolicy;
import dev.slipway.workflows.contract.Mandate;
import dev.slipway.workflows.platform.Target;
import java.time.Duration;
import java.util.List;

/** What the request of every workflow says. */
public interface FlowRequest {
  Target target();

  ApprovalPolicy approval();

  /** What it wants to be entitled to, which workers may refuse. */
  Mandate mandate();

  /** Whether it waits for a person where a step needs one. */
  AttentionPolicy attention();

  /** Whose workers reach the cluster. */
  String taskQueue();

  /** How long one step may take. */
  Duration stepWithin();

  /** Who is told what happens to the run: webhooks that worker.yml names, often none. */
  default List<String> receivers() {
    return List.of();
  }
}
