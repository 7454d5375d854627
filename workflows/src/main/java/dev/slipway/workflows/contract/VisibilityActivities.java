package dev.slipway.workflows.contract;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** What Temporal's visibility store can take. */
@ActivityInterface
public interface VisibilityActivities {

  /**
   * Which of the given search attributes are registered as keywords. Setting any other would block
   * the run.
   *
   * <p>Idempotent: reads only. Where the server does not tell, none is.
   */
  @ActivityMethod(name = "FindSearchAttributes")
  List<String> findSearchAttributes(List<String> wanted);
}
