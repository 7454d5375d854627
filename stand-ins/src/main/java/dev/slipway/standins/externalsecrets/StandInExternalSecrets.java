package dev.slipway.standins.externalsecrets;

import dev.slipway.standins.cluster.ClusterObjects;
import dev.slipway.standins.cluster.objects.ObjectKey;
import dev.slipway.standins.control.Controller;
import dev.slipway.standins.workloads.StandInWorkloads;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Plays External Secrets, once its Deployment is said to run. */
public final class StandInExternalSecrets implements Controller {
  private static final ObjectKey DEPLOYMENT =
      new ObjectKey("apps", "deployments", "external-secrets", "external-secrets");

  private final ClusterObjects cluster;
  private final Stores stores;
  private final SecretSync secrets;

  /**
   * Watches a cluster.
   *
   * @param aws current value of a secret in AWS, by name
   */
  public StandInExternalSecrets(
      ClusterObjects cluster, Function<String, Optional<String>> aws, Clock clock) {
    this.cluster = cluster;
    Reports reports = new Reports(cluster, clock);
    stores = new Stores(cluster, aws, reports);
    secrets = new SecretSync(cluster, stores, reports, clock);
  }

  @Override
  public void reconcile() {
    if (StandInWorkloads.isReady(cluster, DEPLOYMENT)) {
      stores.validate();
      secrets.reconcile();
    }
  }
}
