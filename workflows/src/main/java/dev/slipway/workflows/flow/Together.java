package dev.slipway.workflows.flow;

import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions.Func;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Things that a step does at once. */
public final class Together {
  private Together() {}

  /**
   * Does all of them, and comes back when each has ended: where one fails, the others are cancelled
   * and awaited, so that nothing still works behind the back of whoever reads the failure.
   *
   * @return their results, in the order given
   * @throws TemporalFailure the first failure
   */
  public static <T> List<T> all(List<Func<T>> works) {
    List<Promise<T>> begun = new ArrayList<>();
    CancellationScope scope =
        Workflow.newCancellationScope(() -> works.forEach(work -> begun.add(Async.function(work))));
    scope.run();
    try {
      Promise.allOf(begun).get();
    } catch (TemporalFailure first) {
      scope.cancel("another one failed: " + first.getOriginalMessage());
      begun.forEach(Together::awaitEnd);
      throw first;
    }
    return begun.stream().map(Promise::get).toList();
  }

  private static void awaitEnd(Promise<?> promise) {
    RuntimeException failure = promise.getFailure();
    if (failure != null && !(failure instanceof TemporalFailure)) {
      // A bug of the workflow's own is not hidden behind the failure of another.
      throw failure;
    }
  }
}
