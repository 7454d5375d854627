package dev.slipway.activities.argocd.expected;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.contract.ClusterSecretActivities.ClusterSecret;
import dev.slipway.workflows.platform.Platform;
import java.util.List;

/** The AppSet chart of the packages folder, and what its templates are evaluated with. */
public interface AppSetChart extends AutoCloseable {

  /** Where a platform's chart comes from. */
  interface Source {

    /** The caller closes it: Helm runs in a process meanwhile. */
    AppSetChart open(Platform platform);
  }

  /**
   * The ApplicationSets that the chart makes of these value files.
   *
   * @param valueFiles paths below the packages folder; those that do not exist are left out, as in
   *     the Applications
   */
  List<JsonNode> render(List<String> valueFiles);

  /** The labels and annotations that the cluster secret will have. */
  ClusterSecret clusterSecret();

  /** Strings of ApplicationSets' templates, evaluated as the ApplicationSet controller does. */
  List<String> evaluate(List<String> templates);

  /** The {@code valuesObject} of an addon, evaluated as for the bootstrap release. */
  JsonNode values(String addon);

  @Override
  void close();
}
