package dev.slipway.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.reflect.ClassPath;
import dev.slipway.activities.ActivityCatalogue;
import dev.slipway.activities.TemporalAccess;
import dev.slipway.activities.World;
import dev.slipway.workflows.notice.SendNoticeImpl;
import io.temporal.activity.ActivityInterface;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.TypeAlreadyRegisteredException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersTest {
  private final WorkerConfiguration configuration = new WorkerConfiguration();
  private WorkflowServiceStubs unconnected;
  private WorkerFactory factory;

  @BeforeEach
  void register() {
    unconnected =
        WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.getDefaultInstance());
    ActivityCatalogue catalogue =
        new ActivityCatalogue(
            configuration.activitySettings(),
            new TemporalAccess(unconnected, "default"),
            World.real(configuration.activitySettings()));
    factory = Workers.factory(WorkflowClient.newInstance(unconnected), configuration, catalogue);
  }

  @AfterEach
  void disconnect() {
    unconnected.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void haveEveryActivityThatAWorkflowMayCall(Class<?> contract) {
    assertThat(Stream.of("slipway", "slipway-helm").map(factory::getWorker))
        .as(contract.getSimpleName())
        .anyMatch(worker -> has(worker, contract));
  }

  @Test
  void haveTheWorkflowThatARunSendsItsNoticesWith() {
    assertThatThrownBy(
            () ->
                factory
                    .getWorker("slipway")
                    .registerWorkflowImplementationTypes(SendNoticeImpl.class))
        .hasMessageContaining("SendNotice workflow type is already registered");
  }

  static Stream<Class<?>> contracts() throws IOException {
    return ClassPath.from(WorkersTest.class.getClassLoader())
        .getTopLevelClasses("dev.slipway.workflows.contract")
        .stream()
        .<Class<?>>map(ClassPath.ClassInfo::load)
        .filter(type -> type.isAnnotationPresent(ActivityInterface.class));
  }

  /** A worker refuses a second implementation of what it has. */
  private static boolean has(Worker worker, Class<?> contract) {
    Object second =
        Proxy.newProxyInstance(
            contract.getClassLoader(), new Class<?>[] {contract}, (proxy, method, args) -> null);
    try {
      worker.registerActivitiesImplementations(second);
      return false;
    } catch (TypeAlreadyRegisteredException e) {
      return true;
    }
  }
}
