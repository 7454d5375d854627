package dev.slipway.workflows.uninstall.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.contract.InventoryActivities;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Inventory;
import dev.slipway.workflows.inventory.ManifestSeen;
import dev.slipway.workflows.inventory.ManifestSeen.State;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.inventory.Unread;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.Target;
import dev.slipway.workflows.uninstall.plan.RemovalPlan;
import dev.slipway.workflows.world.TemporalInMemory;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PreviewTest {
  private static final String REQUEST =
      "{\"account\":\"123456789012\",\"region\":\"eu-west-3\",\"cluster\":\"idp\",\"volumes\":true}";

  private final FakeInventory world = new FakeInventory();
  private final TestWorkflowEnvironment temporal =
      TemporalInMemory.open(WorkerFactoryOptions.getDefaultInstance());

  @BeforeEach
  void start() {
    Worker worker = temporal.newWorker("slipway");
    worker.registerWorkflowImplementationTypes(TakeInventoryImpl.class, PreviewUninstallImpl.class);
    worker.registerActivitiesImplementations(world);
    temporal.start();
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void answersWithTheInventory() throws JsonProcessingException {
    Inventory inventory = run("TakeInventory", REQUEST).getResult(Inventory.class);

    assertThat(inventory.manifest().state()).isEqualTo(State.ABSENT);
    assertThat(inventory.unread()).hasToString("[Secret: ACCESS_DENIED: no]");
  }

  @Test
  void answersWithThePlanForWhatIsAsked() throws JsonProcessingException {
    RemovalPlan plan = run("PreviewUninstall", REQUEST).getResult(RemovalPlan.class);

    assertThat(plan.digest()).isEqualTo("d1ce57");
    assertThat(plan.warnings()).hasToString("[volumes: true]");
  }

  @Test
  void looksAgainWhereTheWorldIsAwayForAMoment() throws JsonProcessingException {
    world.failures = 2;

    assertThat(run("TakeInventory", REQUEST).getResult(Inventory.class)).isNotNull();
  }

  @Test
  void endsAtOnceWithEveryProblemOfItsInput() {
    assertThatThrownBy(
            () ->
                run("PreviewUninstall", "{\"account\":\"1\",\"crds\":2}")
                    .getResult(RemovalPlan.class))
        .rootCause()
        .hasMessageContaining("INVALID_REQUEST")
        .hasMessageContaining("account:")
        .hasMessageContaining("region: is missing")
        .hasMessageContaining("crds: must be true or false");
  }

  private WorkflowStub run(String type, String json) throws JsonProcessingException {
    WorkflowStub run =
        temporal
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                type, WorkflowOptions.newBuilder().setTaskQueue("slipway").build());
    run.start(new ObjectMapper().readValue(json, JsonNode.class));
    return run;
  }

  /** Sees that it may not see Secrets. */
  static final class FakeInventory implements InventoryActivities {
    int failures;

    @Override
    public Inventory takeInventory(Target target) {
      if (failures-- > 0) {
        throw FailureType.CLUSTER_UNREACHABLE.failure("away");
      }
      return new Inventory(
          target.cluster(),
          "uid",
          new ManifestSeen(State.ABSENT, null, null, null),
          List.of(),
          List.of(new Unread(new Subject("", "Secret", "", ""), "ACCESS_DENIED: no")));
    }

    @Override
    public RemovalPlan planRemoval(RemovalQuestion question) {
      Finding asked = new Finding("volumes", String.valueOf(question.extent().volumes()));
      return new RemovalPlan(
          question.target().cluster(),
          List.of(),
          List.of(),
          List.of(asked),
          List.of(),
          1,
          "d1ce57");
    }
  }
}
