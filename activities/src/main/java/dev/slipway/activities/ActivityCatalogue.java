package dev.slipway.activities;

import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.List;

/** Builds all activities; the only class of this module that the worker knows. */
public class ActivityCatalogue {

  public ActivityCatalogue(
      ActivitySettings settings, WorkflowServiceStubs temporal, String namespace) {}

  /** Those of the main task queue. */
  public List<Object> activities() {
    return List.of();
  }

  /** Those of the Helm task queue. */
  public List<Object> helmActivities() {
    return List.of();
  }
}
