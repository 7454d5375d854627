package dev.slipway.workflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.workflows.approval.Refusal.Reason;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities;
import dev.slipway.workflows.contract.VisibilityActivities;
import dev.slipway.workflows.people.NewRun;
import dev.slipway.workflows.people.RunClient;
import dev.slipway.workflows.people.RunProblem;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.wire.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The floor carries any workflow: gate, board, runner, ownership and client know none by name. */
@Timeout(60)
class ThreeLinesTest {
  private static final JsonNode NO_REQUEST = JsonNodeFactory.instance.objectNode();

  private final Lease lease = new Lease();
  private final AtomicBoolean buggy = new AtomicBoolean();
  private final AtomicBoolean broken = new AtomicBoolean();
  private TestWorkflowEnvironment temporal;
  private RunClient runs;
  private RunState run;

  @BeforeEach
  void start() {
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .build());
    var worker = temporal.newWorker("slipway");
    worker.registerWorkflowImplementationFactory(
        ThreeLines.class, () -> new ThreeLines.Impl(this::work));
    worker.registerActivitiesImplementations(lease);
    temporal.start();
    runs = new RunClient(temporal.getWorkflowClient());
    run = runs.start(new NewRun("PaintCluster", "paint", "Paint", NO_REQUEST));
    temporal.sleep(Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  private String work() {
    if (buggy.get()) {
      throw new IllegalStateException("a bug");
    }
    if (broken.get()) {
      throw ApplicationFailure.newNonRetryableFailure("no paint left", "NO_PAINT");
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
    assertThat(lease.done).containsExactly("claim 0123456789ab", "release");
    assertThat(statuses()).containsExactly("DONE", "DONE", "DONE");
  }

  @Test
  void givesTheClusterBackWhenItFails() {
    broken.set(true);
    decide("approve", "ada");

    assertThat(runs.outcome(run).failure()).isEqualTo("NO_PAINT");
    assertThat(lease.done).containsExactly("claim 0123456789ab", "release");
  }

  @Test
  void keepsTheClusterThroughABugAndGoesOnWithTheFixedBuild() {
    buggy.set(true);
    decide("approve", "ada");
    awaitFailedTask();
    assertThat(lease.done).containsExactly("claim 0123456789ab");

    buggy.set(false);

    assertThat(runs.outcome(run).report().asText()).isEqualTo("painted");
    assertThat(lease.done).containsExactly("claim 0123456789ab", "release");
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

  /** Remembers who took and gave back. */
  private static final class Lease implements OwnershipActivities, VisibilityActivities {
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public void claimCluster(Target target, Owner owner, String planDigest) {
      done.add("claim " + planDigest);
    }

    @Override
    public boolean holdsCluster(Target target, Owner owner, String planDigest) {
      return false;
    }

    @Override
    public void releaseCluster(Target target, Owner owner) {
      done.add("release");
    }

    @Override
    public void openInstallationRecord(Platform platform, Approval approval) {
      throw new UnsupportedOperationException("nothing is installed");
    }

    @Override
    public void completeInstallationRecord(Platform platform, InstalledParts parts) {
      throw new UnsupportedOperationException("nothing is installed");
    }

    @Override
    public List<String> findSearchAttributes(List<String> wanted) {
      return List.of();
    }
  }
}
