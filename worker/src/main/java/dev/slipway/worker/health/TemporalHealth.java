package dev.slipway.worker.health;

import com.codahale.metrics.health.HealthCheck;
import dev.slipway.worker.temporal.TemporalConnection;
import dev.slipway.worker.temporal.WorkerState;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.function.Supplier;

/** Healthy while the workers poll and the namespace answers. */
public final class TemporalHealth extends HealthCheck {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final TemporalConnection temporal;
  private final Supplier<WorkerState> state;

  public TemporalHealth(TemporalConnection temporal, Supplier<WorkerState> state) {
    this.temporal = temporal;
    this.state = state;
  }

  @Override
  protected Result check() {
    WorkerState now = state.get();
    return switch (now.phase()) {
      case CONNECTING, REFUSED, DRAINING -> Result.unhealthy(now.detail());
      case POLLING -> askNamespace();
    };
  }

  private Result askNamespace() {
    try {
      temporal.check(TIMEOUT);
    } catch (StatusRuntimeException e) {
      return Result.unhealthy(
          "namespace %s at %s: %s",
          temporal.namespace(), temporal.address(), e.getStatus().getCode());
    }
    return Result.healthy("polling namespace %s at %s", temporal.namespace(), temporal.address());
  }
}
