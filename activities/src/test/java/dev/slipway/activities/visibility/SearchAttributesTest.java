package dev.slipway.activities.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The in-memory server registers search attributes and cannot list them. */
class SearchAttributesTest {
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
  private final WorkflowServiceStubs service = temporal.getWorkflowServiceStubs();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void areRegisteredHoweverOftenAWorkerStarts() {
    new SearchAttributeRegistration(service, "default").register();
    new SearchAttributeRegistration(service, "default").register();
    for (String name :
        List.of(
            "SlipwayAccount", "SlipwayRegion", "SlipwayCluster", "SlipwayStep", "SlipwayStatus")) {
      assertThatThrownBy(() -> add(name)).hasMessageContaining("ALREADY_EXISTS");
    }
  }

  @Test
  void areNotUsedWhereTheServerDoesNotTell() {
    assertThat(
            new VisibilityActivitiesImpl(service, "default")
                .findSearchAttributes(List.of("SlipwayCluster")))
        .isEmpty();
  }

  @Test
  void areNeverInTheWayOfAWorkerThatMayNotRegisterThem() {
    service.shutdownNow();
    new SearchAttributeRegistration(service, "default").register();
    assertThat(service.isShutdown()).isTrue();
  }

  private void add(String name) {
    OperatorServiceStubs operator = OperatorService.beside(service);
    operator
        .blockingStub()
        .addSearchAttributes(
            AddSearchAttributesRequest.newBuilder()
                .setNamespace("default")
                .putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                .build());
  }
}
