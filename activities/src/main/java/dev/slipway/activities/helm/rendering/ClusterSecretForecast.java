package dev.slipway.activities.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.helm.HelmSession;
import dev.slipway.activities.helm.rendering.ManifestFolder.Manifest;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.packages.AddonSource.AdditionalResource;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import dev.slipway.workflows.platform.BootstrapRelease;
import dev.slipway.workflows.platform.PlatformConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What External Secrets will make of the cluster secret, computed as it computes it. */
final class ClusterSecretForecast {
  private final PackagesCopy packages;
  private final HelmSession helm;

  ClusterSecretForecast(PackagesCopy packages, HelmSession helm) {
    this.packages = packages;
    this.helm = helm;
  }

  /** The parameters that Argo CD's cluster generator gives to templates. */
  ObjectNode of(PlatformConfig config) {
    AddonSource argoCd =
        packages.addons(config.pathRouting()).addon(BootstrapRelease.ARGO_CD.addon());
    JsonNode spec = externalSecret(argoCd).path("spec");
    JsonNode template = spec.path("target").path("template");
    TemplateEvaluation evaluation =
        new TemplateEvaluation(
            helm, configKeys(spec, config), "ExternalSecret " + ArgoCdSecrets.CLUSTER_SOURCE);
    Map<String, String> texts = evaluation.evaluate(ValueTemplates.of(template));
    JsonNode secret = ValueTemplates.replace(template, texts::get);
    return parameters(secret);
  }

  private static ObjectNode parameters(JsonNode secret) {
    String name = secret.path("data").path("name").asText();
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    parameters.put("name", name);
    parameters.put("nameNormalized", name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-"));
    parameters.put("server", secret.path("data").path("server").asText());
    ObjectNode metadata = parameters.putObject("metadata");
    for (String kind : List.of("labels", "annotations")) {
      JsonNode entries = secret.path("metadata").path(kind);
      metadata.set(kind, entries instanceof ObjectNode object ? object : metadata.objectNode());
    }
    return parameters;
  }

  private ObjectNode externalSecret(AddonSource argoCd) {
    return argoCd.additionalResources().stream()
        .flatMap(resource -> manifests(argoCd, resource))
        .map(Manifest::content)
        .filter(object -> object.path("kind").asText().equals("ExternalSecret"))
        .filter(object -> object.at("/metadata/name").asText().equals(ArgoCdSecrets.CLUSTER_SOURCE))
        .findFirst()
        .orElseThrow(
            () ->
                FailureType.INVALID_PACKAGES.failure(
                    "The manifests of Argo CD hold no ExternalSecret "
                        + ArgoCdSecrets.CLUSTER_SOURCE));
  }

  // The chart's values are themselves templates over the secret that is to be forecast. They decide
  // where the secret is read, not what is in it, so a word stands for each. Other templates of the
  // chart may refuse that word and are left out.
  private Stream<Manifest> manifests(AddonSource argoCd, AdditionalResource resource) {
    String name = argoCd.folder() + "/" + resource.folder();
    ManifestFolder folder = new ManifestFolder(packages.path(name), name);
    if (folder.isChart()) {
      Path copy = helm.folder().resolve("forecast").resolve(resource.folder());
      folder =
          new ManifestFolder(
              ChartExcerpt.copy(folder.path(), copy, ArgoCdSecrets.CLUSTER_SOURCE), name);
    }
    ObjectNode values =
        (ObjectNode) ValueTemplates.replace(resource.valuesObject(), text -> "forecast");
    return folder.manifests(helm, "forecast", argoCd.namespace(), values).stream();
  }

  private static ObjectNode configKeys(JsonNode spec, PlatformConfig config) {
    ObjectNode json = config.asJson();
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    for (JsonNode source : spec.path("dataFrom")) {
      if (source.has("extract")) {
        json.properties().forEach(entry -> keys.put(entry.getKey(), text(entry.getValue())));
      }
    }
    for (JsonNode data : spec.path("data")) {
      JsonNode value = property(json, data.at("/remoteRef/property").asText());
      if (!value.isMissingNode()) {
        keys.put(data.path("secretKey").asText(), text(value));
      }
    }
    return keys;
  }

  private static JsonNode property(ObjectNode json, String path) {
    if (path.isEmpty()) {
      return json;
    }
    return json.has(path) ? json.get(path) : json.at("/" + path.replace('.', '/'));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
