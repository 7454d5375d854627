package dev.slipway.workflows.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** Looks at everything an install depends on and changes nothing. */
@ActivityInterface
public interface PreflightActivities {

  /**
   * Reads the configuration file (where the request names one) and the packages folder.
   *
   * <p>Idempotent: reads only.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_CONFIG} with all
   *     problems and their lines, {@link FailureType#INVALID_PACKAGES}, {@link
   *     FailureType#CHART_REFUSED}
   */
  @ActivityMethod(name = "TakeSnapshot")
  Platform takeSnapshot(SnapshotRequest request);

  /**
   * Looks at AWS, the cluster and the packages, and reports every finding together.
   *
   * <p>Idempotent: reads only. A finding that could not be established is reported as a warning
   * that says so, or as a blocker where the run cannot do without it.
   *
   * @throws io.temporal.failure.ApplicationFailure only a transient one (the world could not be
   *     reached), {@link FailureType#NOT_ALLOWED}, {@link FailureType#ACCOUNT_MISMATCH} and {@link
   *     FailureType#UNKNOWN_CLUSTER}
   */
  @ActivityMethod(name = "Examine")
  Examination examine(ExamineRequest request);

  /**
   * Either the config inline or the name of a file below the worker's configuration folder.
   *
   * @param config the keys of config.yaml as JSON; null when a file is named
   * @param configFile file name; null when the config is inline
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SnapshotRequest(Target target, JsonNode config, String configFile) {
    public SnapshotRequest {
      requireNonNull(target, "target");
    }
  }

  /**
   * What to look at.
   *
   * @param owner the run that asks, so that its own Lease is no finding
   * @param credentials where the GitHub App credentials come from
   * @param allowDeletions whether a change that empties a generator is wanted
   * @param allowUnpushed whether packages that are not what Git holds are meant
   * @param allowAdoption whether an installation that Slipway did not make may be taken over
   *     unasked
   * @param unattended whether nobody has to agree to the plan
   * @param receivers who is to be told of the run
   */
  record ExamineRequest(
      Platform platform,
      Owner owner,
      CredentialsSource credentials,
      boolean allowDeletions,
      boolean allowUnpushed,
      boolean allowAdoption,
      boolean unattended,
      List<String> receivers) {
    public ExamineRequest {
      receivers = receivers == null ? List.of() : List.copyOf(receivers);
    }

    public Mandate mandate() {
      return new Mandate(unattended, allowDeletions);
    }
  }

  /**
   * What was found.
   *
   * @param plan what the run would do, stable from look to look while the world is the same, so
   *     without times and counters
   * @param blockers why it may not; empty where it may
   */
  record Examination(Plan plan, List<Finding> blockers) {
    public Examination {
      requireNonNull(plan, "plan");
      blockers = List.copyOf(blockers);
    }
  }
}
