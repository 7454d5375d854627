package dev.slipway.workflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
  private final Hands hands = new Hands();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void givesTheResultsInTheOrderGiven() {
    assertThat(run("quick", "quicker")).containsExactly("quick", "quicker");
  }

  @Test
  void comesBackWhenTheSiblingOfAFailureHasEnded() {
    assertThatThrownBy(() -> run("endless", "failing"))
        .isInstanceOf(WorkflowFailedException.class)
        .hasStackTraceContaining("refused for good");

    assertThat(hands.done).containsExactly("failing", "endless ended", "afterwards");
  }

  private List<String> run(String... works) {
    Worker worker = temporal.newWorker("together");
    worker.registerWorkflowImplementationTypes(PairOfWorksImpl.class);
    worker.registerActivitiesImplementations(hands);
    temporal.start();
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(
            PairOfWorks.class, WorkflowOptions.newBuilder().setTaskQueue("together").build())
        .run(List.of(works));
  }

  /** Two things at once, and one after them. */
  @WorkflowInterface
  public interface PairOfWorks {
    @WorkflowMethod
    List<String> run(List<String> works);
  }

  /** With the options that {@link ActivityCalls} gives. */
  public static final class PairOfWorksImpl implements PairOfWorks {
    private final Work work =
        Workflow.newActivityStub(
            Work.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setHeartbeatTimeout(Duration.ofSeconds(1))
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build());

    @Override
    public List<String> run(List<String> works) {
      try {
        return Together.all(List.of(() -> work.work(works.get(0)), () -> work.work(works.get(1))));
      } catch (TemporalFailure e) {
        work.work("afterwards");
        throw e;
      }
    }
  }

  /** One thing. */
  @ActivityInterface
  public interface Work {
    String work(String kind);
  }

  /** Keeps the order in which things ended. */
  private static final class Hands implements Work {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    @Override
    public String work(String kind) {
      if (kind.equals("endless")) {
        begun.countDown();
        untilCancelled();
      }
      if (kind.equals("failing")) {
        awaitTheSibling();
        done.add(kind);
        throw ApplicationFailure.newNonRetryableFailure("refused for good", "REFUSED");
      }
      done.add(kind);
      return kind;
    }

    private void untilCancelled() {
      try {
        while (true) {
          Activity.getExecutionContext().heartbeat(null);
        }
      } catch (ActivityCompletionException e) {
        done.add("endless ended");
        throw e;
      }
    }

    private void awaitTheSibling() {
      try {
        begun.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
