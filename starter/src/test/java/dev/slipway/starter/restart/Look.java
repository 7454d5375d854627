package dev.slipway.starter.restart;

import dev.slipway.workflows.flow.Planned;
import dev.slipway.workflows.flow.Planning;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.progress.FlowLine;
import java.util.List;

final class Look implements Planning<ClusterId, Look.Seen> {

  record Seen(Plan plan) implements Planned {}

  @Override
  public FlowLine line() {
    return RestartLine.LOOK;
  }

  @Override
  public boolean isOutdated(ClusterId cluster) {
    return false;
  }

  @Override
  public Seen run(ClusterId cluster) {
    return new Seen(
        new Plan(
            cluster,
            List.of(new Fact("addon", "keycloak")),
            List.of(new Change("RESTART", "StatefulSet keycloak", /* detail= */ null)),
            List.of(),
            "9c1f".repeat(16)));
  }
}
