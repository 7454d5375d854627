package dev.slipway.workflows.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.applications.KnownPicture;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.Target;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** What Argo CD shows. */
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
   * <p>While there is no news, at growing distances, applications whose own retries sleep although
   * their prerequisites are up are woken: Argo CD is asked to sync them now (or to read their
   * charts past its caches), and External Secrets to look again at their ExternalSecrets that are
   * not ready.
   *
   * <p>Idempotent: a sync is asked for with the resource version that was seen, and never while an
   * operation is at work.
   *
   * @throws io.temporal.failure.ApplicationFailure benign {@link FailureType#UNCHANGED} while the
   *     picture is the known one, or comes sooner than asked for and something expected is not up;
   *     with a next look after 2 s growing to 20 s
   */
  @ActivityMethod(name = "ObserveApplications")
  Picture observeApplications(ObserveRequest request);

  /**
   * For each application, the live objects at fault (Argo CD 3 does not keep resource health in the
   * Application), one sentence an object, at most five an application; for one that does not exist,
   * what its ApplicationSet says.
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
   * @param known the picture that the caller has; null for any
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ObserveRequest(Target target, List<String> expected, KnownPicture known) {
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
