package dev.slipway.starter.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.starter.LocalTemporal;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.restart.FakeCluster;
import dev.slipway.starter.restart.RestartAddon;
import dev.slipway.starter.restart.RestartAddonImpl;
import dev.slipway.starter.run.Approvals;
import dev.slipway.starter.run.Approver;
import dev.slipway.starter.run.Attentions;
import dev.slipway.starter.run.Mender;
import dev.slipway.starter.run.RunFollower;
import dev.slipway.workflows.people.NewRun;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.progress.StepState;
import java.io.OutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that goes on as a new one before its plan is up, and again after its work. */
@Timeout(60)
class ChainTest {
  private final FakeCluster cluster = new FakeCluster();
  private final LocalTemporal temporal =
      new LocalTemporal(
          worker -> {
            worker.registerWorkflowImplementationFactory(
                RestartAddon.class, () -> new RestartAddonImpl(RestartAddonImpl.TWICE));
            worker.registerActivitiesImplementations(cluster);
          });

  @AfterEach
  void stopTemporal() {
    temporal.close();
  }

  @Test
  void isFollowedFromItsFirstRunToTheEndOfItsLast() throws Exception {
    RunState first = firstRun();
    cluster.let();
    RunOutcome outcome = follower(duration -> cluster.awaitRuns(3)).toTheEnd(first);
    assertThat(outcome.report()).hasToString("{\"restarted\":\"keycloak\"}");
    assertThat(temporal.runs().current(first).runId()).isNotEqualTo(first.runId());
  }

  @Test
  void isFollowedUntilTheAgreedWorkHasBegun() throws Exception {
    RunState now = follower(duration -> Thread.sleep(20)).untilAgreed(firstRun());
    assertThat(now.isOpen()).isTrue();
    assertThat(temporal.runs().progress(now).steps())
        .extracting(StepState::status)
        .containsExactly("DONE", "DONE", "RUNNING");
    cluster.let();
  }

  // The test server (1.38) loses the end of a run that continues while somebody asks it something,
  // so nobody does.
  private RunState firstRun() throws InterruptedException {
    NewRun run =
        new NewRun(
            "RestartAddon", "restart/chain", "Restart", JsonNodeFactory.instance.objectNode());
    RunState first = temporal.runs().start(run);
    cluster.awaitRuns(2);
    temporal.awaitPlan("restart/chain");
    return first;
  }

  private RunFollower follower(Surroundings.Sleeper pause) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Surroundings surroundings = temporal.cli().pausing(pause).surroundings(nowhere, nowhere);
    Approver ann = new Approver(temporal.runs(), "ann");
    return new RunFollower(
        temporal.runs(),
        surroundings,
        new Approvals(ann, surroundings, /* agreed= */ true),
        new Attentions(new Mender(temporal.runs(), "ann"), surroundings));
  }
}
