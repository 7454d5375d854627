package dev.slipway.workflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.workflows.flow.ThreeLines.Request;
import dev.slipway.workflows.flow.ThreeLines.State;
import dev.slipway.workflows.flow.run.Continuation;
import dev.slipway.workflows.flow.run.PlatformFlow;
import dev.slipway.workflows.people.NewRun;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.WorkflowClock;
import dev.slipway.workflows.world.FakeOutside;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step that a build brings while runs of an earlier one are under way. */
@Timeout(60)
class LaterStepTest {
  private final Queue<String> done = new ConcurrentLinkedQueue<>();

  @Test
  void isLeftOutOfARunThatHasComePastIt() {
    try (TestWorkflowEnvironment temporal = TemporalInMemory.open()) {
      Worker worker = temporal.newWorker("slipway");
      worker.registerWorkflowImplementationFactory(Growing.class, () -> new GrowingImpl(done));
      worker.registerActivitiesImplementations(new FakeOutside());
      temporal.start();
      RunClient runs = new RunClient(temporal.getWorkflowClient());
      JsonNode request = JsonNodeFactory.instance.objectNode();
      RunState run = runs.start(new NewRun("Grow", "grow", "Grow", request));

      assertThat(runs.outcome(run).succeeded()).isTrue();
      assertThat(runs.progress(run).steps())
          .extracting(StepState::status)
          .containsExactly("NOT_REQUIRED", "DONE");
      assertThat(done).contains("OF_EVERY_RUN").doesNotContain("OF_LATER_RUNS");
    }
  }

  /** A workflow with a step that this run is too old for, and one that it has. */
  @WorkflowInterface
  public interface Growing extends PlatformRun {
    @WorkflowMethod(name = "Grow")
    void grow(JsonNode request, JsonNode carried);
  }

  /** Its lines. */
  enum Line implements FlowLine {
    OF_LATER_RUNS,
    OF_EVERY_RUN;

    @Override
    public String title() {
      return name();
    }
  }

  /** Its steps. */
  record Step(FlowLine line, boolean isPartOfThisRun, Queue<String> done)
      implements FlowStep<Void, Void> {
    @Override
    public Void run(Void nothing) {
      done.add(line.name());
      return null;
    }
  }

  /** The workflow. */
  static final class GrowingImpl extends PlatformFlow<State> implements Growing {
    private final Queue<String> done;

    GrowingImpl(Queue<String> done) {
      super(List.of(Line.values()), Line.OF_EVERY_RUN, Continuation.WHEN_SUGGESTED);
      this.done = done;
    }

    @Override
    public void grow(JsonNode request, JsonNode carried) {
      State fresh =
          new State(Request.anyApproverWithin(Duration.ofDays(1)), WorkflowClock.now(), null, null);
      run.begin(request, carried, fresh, State.class);
      run.step(new Step(Line.OF_LATER_RUNS, false, done), state -> null);
      run.step(new Step(Line.OF_EVERY_RUN, true, done), state -> null);
    }
  }
}
