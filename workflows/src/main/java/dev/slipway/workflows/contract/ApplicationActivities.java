package dev.slipway.workflows.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.applications.Picture;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;
import java.util.List;

/** What Argo CD shows, and the one thing that may be asked of it. */
@ActivityInterface
public interface ApplicationActivities {

  /**
   * The Applications that should exist: renders the AppSet chart and matches its generators'
   * selectors with the labels of the cluster secret.
   *
   * <p>Idempotent: reads only.
   */
  @ActivityMethod(name = "ExpectApplications")
  List<ExpectedApplication> expectApplications(Platform platform);

  /**
   * One LIST of the Applications by label.
   *
   * <p>Idempotent: reads only.
   *
   * @throws io.temporal.failure.ApplicationFailure benign {@link FailureType#UNCHANGED} while the
   *     picture's digest is the known one, with a next look after 2 s growing to 20 s; before
   *     {@code notBefore} for every picture in which something expected is not up
   */
  @ActivityMethod(name = "ObserveApplications")
  Picture observeApplications(ObserveRequest request);

  /**
   * Asks Argo CD for a sync now, unless an operation is running; where it could not read what the
   * application consists of, for another reading past its caches.
   *
   * <p>Idempotent: the operation is set with the resource version that was seen.
   *
   * @return whether something was asked for
   */
  @ActivityMethod(name = "RequestSync")
  boolean requestSync(Target target, String application);

  /**
   * For each application, the live objects at fault (Argo CD 3 does not keep resource health in the
   * Application), one sentence an object, at most five an application.
   *
   * <p>Idempotent: reads only.
   */
  @ActivityMethod(name = "DiagnoseApplications")
  List<Diagnosis> diagnoseApplications(Target target, List<String> applications);

  /**
   * Compares the values that Slipway computed for the bootstrap with the {@code valuesObject} of
   * the Applications that Argo CD generated.
   *
   * <p>Idempotent: reads only.
   *
   * @return one sentence a difference; empty where both agree
   */
  @ActivityMethod(name = "CompareBootstrapValues")
  List<String> compareBootstrapValues(Platform platform);

  /**
   * An Application that has to be there.
   *
   * @param addon folder under {@code packages/}
   */
  record ExpectedApplication(String name, String addon) {}

  /**
   * What to look at.
   *
   * @param expected names of the Applications that count
   * @param knownDigest digest of the picture the caller has; null at first
   * @param notBefore keeps pictures apart when something flaps; null for no limit
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ObserveRequest(
      Target target, List<String> expected, String knownDigest, Instant notBefore) {
    public ObserveRequest {
      expected = List.copyOf(expected);
    }
  }

  /** Why an application is not up. */
  record Diagnosis(String application, List<String> faults) {
    public Diagnosis {
      faults = List.copyOf(faults);
    }
  }
}
