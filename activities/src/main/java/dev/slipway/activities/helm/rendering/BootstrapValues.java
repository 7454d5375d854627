package dev.slipway.activities.helm.rendering;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.platform.Platform;
import java.util.Map;

/** Fills the templates of {@code packages/addons/values.yaml} as Argo CD will fill them. */
public final class BootstrapValues {
  private final PackagesFolder packages;

  public BootstrapValues(PackagesFolder packages) {
    this.packages = packages;
  }

  /**
   * A copy of {@code values} with every template evaluated over the forecast cluster secret.
   *
   * @param subject whose values they are, for messages
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_PACKAGES} naming the
   *     missing key, the template and the subject
   */
  public ObjectNode evaluate(
      HelmSession helm, Platform platform, String subject, ObjectNode values) {
    if (ValueTemplates.of(values).isEmpty()) {
      return values;
    }
    TemplateEvaluation evaluation =
        new TemplateEvaluation(helm, clusterSecret(helm, platform), subject);
    Map<String, String> texts = evaluation.evaluate(ValueTemplates.of(values));
    return (ObjectNode) ValueTemplates.replace(values, texts::get);
  }

  /**
   * What the cluster secret will say: {@code name}, {@code server}, {@code metadata.labels} and
   * {@code metadata.annotations}.
   */
  public ObjectNode clusterSecret(HelmSession helm, Platform platform) {
    return new ClusterSecretForecast(packages.approved(platform.packages()), helm)
        .of(platform.config());
  }
}
