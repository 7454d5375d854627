package dev.slipway.activities.aws;

import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;

/**
 * Who acts where.
 *
 * @param account whose the credentials have to be
 * @param role null for the worker's own identity
 * @param session how the role's session is called; null for the worker's own identity
 */
record Identity(String account, String region, String role, String session) {

  static Identity of(Target target) {
    ClusterId cluster = target.cluster();
    String role = target.assumeRole();
    String session = role == null ? null : SessionName.of(cluster.workflowId());
    return new Identity(cluster.account(), cluster.region(), role, session);
  }
}
