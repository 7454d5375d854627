package dev.slipway.activities.preflight;

import dev.slipway.workflows.platform.PlatformConfig.Repo;

/** Which commit the revision of a repository is. */
@FunctionalInterface
public interface Revisions {

  /** Null where it could not be resolved. */
  String commit(Repo repo);
}
