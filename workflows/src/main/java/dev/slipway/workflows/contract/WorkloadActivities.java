package dev.slipway.workflows.contract;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.Target;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The pods behind a Helm release. */
@ActivityInterface
public interface WorkloadActivities {

  /**
   * Looks once whether every Deployment, StatefulSet and Job of a release is ready and every CRD
   * established.
   *
   * <p>Idempotent: reads only.
   *
   * @throws io.temporal.failure.ApplicationFailure benign {@link FailureType#NOT_YET} naming what
   *     is not ready and why, retried by the server
   */
  @ActivityMethod(name = "CheckWorkloads")
  void checkWorkloads(Target target, BootstrapRelease release);
}
