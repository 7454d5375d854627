package dev.slipway.activities.argocd.expected;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.contract.Platform;
import java.util.List;

/** The AppSet chart of the packages folder, and what its templates are evaluated with. */
public interface AppSetChart {

  /**
   * The ApplicationSets that the chart makes of these value files.
   *
   * @param valueFiles paths below the packages folder; those that do not exist are left out, as in
   *     the Applications
   */
  List<JsonNode> render(Platform platform, List<String> valueFiles);

  /** The labels and annotations that the cluster secret will have. */
  ClusterSecret clusterSecret(Platform platform);

  /** A string of an ApplicationSet's template, evaluated as the ApplicationSet controller does. */
  String evaluate(Platform platform, String template);

  /** The {@code valuesObject} of an addon, evaluated as for the bootstrap release. */
  JsonNode values(Platform platform, String addon);
}
