package dev.slipway.activities;

import dev.slipway.activities.aws.CallerIdentity;
import dev.slipway.activities.packages.PackagesFolder;
import java.util.List;

/** Builds all activities; the only class of this module that the worker has to know. */
public class ActivityCatalogue {
  private final PackagesFolder packages;
  private final CallerIdentity identity;

  public ActivityCatalogue(ActivitySettings settings, TemporalAccess temporal, World world) {
    this.packages = new PackagesFolder(settings.packages());
    this.identity = new CallerIdentity(world.aws());
  }

  /** Those of the main task queue. */
  public List<Object> activities() {
    return List.of();
  }

  /** Those of the Helm task queue. */
  public List<Object> helmActivities() {
    return List.of();
  }

  /** For the health check. */
  public PackagesFolder packages() {
    return packages;
  }

  /** For the health check. */
  public CallerIdentity identity() {
    return identity;
  }
}
