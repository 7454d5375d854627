package dev.slipway.workflows.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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
   *     problems and their lines, {@link FailureType#INVALID_PACKAGES}
   */
  @ActivityMethod(name = "TakeSnapshot")
  Platform takeSnapshot(SnapshotRequest request);

  /**
   * Looks at AWS, the cluster and the packages, and reports every finding together.
   *
   * <p>Idempotent: reads only. A finding that could not be established is reported as a warning
   * that says so, or as a blocker where the run cannot do without it.
   *
   * @throws io.temporal.failure.ApplicationFailure only of the passing family (the world could not
   *     be reached), {@link FailureType#ACCOUNT_MISMATCH} and {@link FailureType#UNKNOWN_CLUSTER}
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
   */
  record ExamineRequest(
      Platform platform, Owner owner, CredentialsSource credentials, boolean allowDeletions) {}

  /**
   * What was found.
   *
   * @param changes what the run would do, in the order of the steps; stable from look to look while
   *     the world is the same, so without times and counters
   */
  record Examination(List<Change> changes, List<Finding> findings) {
    public Examination {
      changes = List.copyOf(changes);
      findings = List.copyOf(findings);
    }
  }

  /** One thing that the run would create, change, leave or delete. */
  record Change(Action action, String object, String detail) {
    /** What happens to the object. */
    public enum Action {
      CREATE,
      CHANGE,
      LEAVE,
      DELETE
    }
  }

  /** One thing that a person should know, or that stops the run. */
  record Finding(Severity severity, String subject, String message) {
    /** Whether the run may go on. */
    public enum Severity {
      WARNING,
      BLOCKER
    }
  }
}
