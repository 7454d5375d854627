package dev.slipway.workflows.contract;

import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What External Secrets makes of the AWS secrets: cluster secret and repository credentials. */
@ActivityInterface
public interface ClusterSecretActivities {

  /**
   * Looks once whether both Secrets exist, their ExternalSecrets are Ready and were refreshed since
   * the AWS secrets got their present values, and the cluster secret's labels and annotations are
   * those of this configuration. Where they are not, External Secrets is asked to look again at
   * once (force-sync annotation), at growing distances.
   *
   * <p>Idempotent: all it writes is the request to look again, and one more of them costs a look.
   *
   * @throws io.temporal.failure.ApplicationFailure benign {@link FailureType#NOT_YET} with the
   *     ExternalSecret's own message (condition or newest Event), retried by the server
   */
  @ActivityMethod(name = "CheckClusterSecret")
  ClusterSecret checkClusterSecret(Platform platform, Instant currentSince);

  /** The labels and annotations that the ApplicationSets read. */
  record ClusterSecret(Map<String, String> labels, Map<String, String> annotations) {
    public ClusterSecret {
      labels = Collections.unmodifiableMap(new TreeMap<>(labels));
      annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }
  }
}
