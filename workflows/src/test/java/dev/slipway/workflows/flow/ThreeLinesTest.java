package dev.slipway.workflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.workflows.answers.Refusal.Reason;
import dev.slipway.workflows.people.NewRun;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunProblem;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.world.FakeLease;
import dev.slipway.workflows.world.FakeOutside;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.api.enums.v1.EventType;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any workflow can be made of lines: what runs, shows and decides on them knows none by name. */
@Timeout(60)
class ThreeLinesTest {
  private static final JsonNode NO_REQUEST = JsonNodeFactory.instance.objectNode();

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final AtomicReference<RuntimeException> fault = new AtomicReference<>();
  private TestWorkflowEnvironment temporal;
  private RunClient runs;
  private RunState run;

  @BeforeEach
  void start() {
    temporal = TemporalInMemory.open();
    var worker = temporal.newWorker("slipway");
    worker.registerWorkflowImplementationFactory(
        ThreeLines.class, () -> new ThreeLines.Impl(this::work));
    worker.registerActivitiesImplementations(new FakeLease(done), new FakeOutside());
    temporal.start();
    runs = new RunClient(temporal.getWorkflowClient());
    run = runs.start(new NewRun("PaintCluster", "paint", "Paint", NO_REQUEST));
    // The run's own time may pass faster than a busy machine gets to the plan.
    while (!runs.progress(run).awaitsDecision()) {
      temporal.sleep(Duration.ofSeconds(1));
    }
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  private String work() {
    if (fault.get() != null) {
      throw fault.get();
    }
    return "painted";
  }

  private void decide(String verdict, String approver) {
    runs.decide(
        run,
        JsonNodeFactory.instance.objectNode().put("verdict", verdict).put("approver", approver));
  }

  private List<String> statuses() {
    return runs.progress(run).steps().stream().map(StepState::status).toList();
  }

  @Test
  void waitsWithItsOwnLinesAndPlan() {
    assertThat(runs.progress(run).awaitsDecision()).isTrue();
    assertThat(runs.plan(run).orElseThrow().changes()).hasSize(1);
    assertThat(runs.progress(run).steps())
        .extracting(StepState::title)
        .containsExactly("Looking at the wall", "Waiting for the colour", "Painting");
    assertThat(statuses()).containsExactly("DONE", "RUNNING", "PENDING");
  }

  @Test
  void ownsTheClusterWhileItWorks() {
    decide("approve", "ada");

    assertThat(runs.outcome(run).report().asText()).isEqualTo("painted");
    assertThat(done).containsExactly("claim under 0123456789ab", "release");
    assertThat(statuses()).containsExactly("DONE", "DONE", "DONE");
  }

  @Test
  void givesTheClusterBackWhenItFails() {
    fault.set(ApplicationFailure.newNonRetryableFailure("no paint left", "NO_PAINT"));
    decide("approve", "ada");

    assertThat(runs.outcome(run).failure()).isEqualTo("NO_PAINT");
    assertThat(done).containsExactly("claim under 0123456789ab", "release");
  }

  @Test
  void keepsTheClusterThroughABugAndGoesOnWithTheFixedBuild() {
    fault.set(new IllegalStateException("a bug"));
    decide("approve", "ada");
    awaitFailedTask();
    assertThat(done).containsExactly("claim under 0123456789ab");

    fault.set(null);

    assertThat(runs.outcome(run).report().asText()).isEqualTo("painted");
    assertThat(done).containsExactly("claim under 0123456789ab", "release");
  }

  @Test
  void refusesADecisionOnARunThatHasEnded() {
    decide("approve", "ada");
    runs.outcome(run);

    assertThatThrownBy(() -> decide("reject", "eve"))
        .isInstanceOfSatisfying(
            RunProblem.class, e -> assertThat(e.kind()).isEqualTo(RunProblem.Kind.REFUSED));
  }

  @Test
  void refusesWhatIsNoDecision() {
    assertThatThrownBy(() -> decide("maybe", "ada"))
        .isInstanceOfSatisfying(
            RunProblem.class,
            e -> assertThat(e.refusal().orElseThrow().reason()).isEqualTo(Reason.INVALID_DECISION))
        .hasMessage("INVALID_DECISION: verdict: must be \"approve\" or \"reject\", not \"maybe\"");
  }

  @Test
  void saysThatItDoesNotAnswerAQueryOfAnotherWorkflow() {
    assertThatThrownBy(() -> runs.query(run, "urls", JsonNode.class))
        .isInstanceOfSatisfying(
            RunProblem.class, e -> assertThat(e.kind()).isEqualTo(RunProblem.Kind.NOT_UNDERSTOOD))
        .hasMessageContaining("paint does not answer that");
  }

  private void awaitFailedTask() {
    while (temporal.getWorkflowClient().fetchHistory("paint").getEvents().stream()
        .noneMatch(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)) {
      temporal.sleep(Duration.ofSeconds(1));
    }
  }
}
