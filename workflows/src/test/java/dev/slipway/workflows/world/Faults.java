package dev.slipway.workflows.world;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets chosen activities fail until the cause is mended. */
public final class Faults extends WorkerInterceptorBase {
  private final Map<String, ApplicationFailure> standing = new ConcurrentHashMap<>();
  private final List<String> hits = new CopyOnWriteArrayList<>();

  /**
   * From now on it fails.
   *
   * @param activity its type, such as {@code CreateConfigSecrets}
   */
  public void stands(String activity, FailureType type, String message) {
    standing.put(activity, type.failure(message));
  }

  /** Whether an activity has failed whose cause was not mended since. */
  public boolean isHit() {
    return hits.stream().anyMatch(standing::containsKey);
  }

  /** Mends the causes of all that has failed so far. */
  public void mendHits() {
    hits.forEach(standing::remove);
  }

  public void mend(String activity) {
    standing.remove(activity);
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private String activity;

      @Override
      public void init(ActivityExecutionContext context) {
        activity = context.getInfo().getActivityType();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        ApplicationFailure failure = standing.get(activity);
        if (failure != null) {
          hits.add(activity);
          throw failure;
        }
        return super.execute(input);
      }
    };
  }
}
