package dev.slipway.workflows.packages;

import static java.util.stream.Collectors.joining;

import dev.slipway.workflows.platform.ArgoCdSecrets;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the ExternalSecret {@code hub-cluster-secret} makes of the cluster secret.
 *
 * @param labels with their values, which are templates where External Secrets fills them in
 */
public record ClusterSecretKeys(YamlValue labels, YamlValue annotations) {
  private static final Pattern VALUES =
      Pattern.compile("( *)\\{\\{-? *toYaml \\.Values\\.(\\w+) .*}}");
  private static final Pattern ALONE = Pattern.compile(" *\\{\\{.*}}");
  private static final Pattern ACTION = Pattern.compile("\\{\\{.*?}}(\" *}})?");

  /** Nothing where the folder has no such ExternalSecret, or none that can be read. */
  public static Optional<ClusterSecretKeys> of(PackagesTree tree) {
    return tree.addons().stream()
        .filter(addon -> addon.key().equals(BootstrapRelease.ARGO_CD.addon()))
        .flatMap(addon -> addon.resources().stream().map(folder -> folder(addon, folder)))
        .flatMap(folder -> documents(tree, folder))
        .filter(object -> object.get("kind").text().equals("ExternalSecret"))
        .filter(
            object ->
                object.get("metadata").get("name").text().equals(ArgoCdSecrets.CLUSTER_SOURCE))
        .map(object -> object.get("spec").get("target").get("template").get("metadata"))
        .map(made -> new ClusterSecretKeys(made.get("labels"), made.get("annotations")))
        .findFirst();
  }

  /** Those of {@code labels} or {@code annotations}. */
  public List<String> keys(String kind) {
    YamlValue map = kind.equals("labels") ? labels : annotations;
    return map.entries().stream().map(YamlValue::key).toList();
  }

  private static String folder(AddonEntry addon, YamlValue resource) {
    return Path.of(addon.source().folder(), resource.get("manifestPath").text())
        .normalize()
        .toString();
  }

  private static Stream<YamlValue> documents(PackagesTree tree, String folder) {
    if (!tree.isChart(folder)) {
      return tree.below(folder).keySet().stream()
          .flatMap(name -> tree.yaml(name).documents().stream());
    }
    YamlValue values = tree.yaml(folder + "/values.yaml").root();
    return tree.below(folder + "/templates").entrySet().stream()
        .filter(file -> file.getValue().contains(ArgoCdSecrets.CLUSTER_SOURCE))
        .map(file -> YamlFile.parse(file.getKey(), outline(file.getValue(), values)))
        .flatMap(file -> file.documents().stream());
  }

  /** A template without its actions, but with the maps that it takes from the chart's values. */
  private static String outline(String template, YamlValue values) {
    return template
        .lines()
        .map(line -> outlineOf(line.stripTrailing(), values))
        .collect(joining("\n"));
  }

  private static String outlineOf(String line, YamlValue values) {
    Matcher map = VALUES.matcher(line);
    if (map.matches()) {
      return map.group(1) + values.get(map.group(2)).json();
    }
    return ALONE.matcher(line).matches() ? "" : ACTION.matcher(line).replaceAll("made");
  }
}
