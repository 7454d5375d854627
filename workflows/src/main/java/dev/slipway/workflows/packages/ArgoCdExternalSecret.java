package dev.slipway.workflows.packages;

import static java.util.stream.Collectors.joining;

import dev.slipway.workflows.platform.BootstrapRelease;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An ExternalSecret among the manifests of Argo CD.
 *
 * @param object as it is written; where Helm fills something in, a word stands for it
 */
public record ArgoCdExternalSecret(YamlValue object) {
  private static final String TYPE = "argocd.argoproj.io/secret-type";
  private static final Pattern VALUES =
      Pattern.compile("( *)\\{\\{-? *toYaml \\.Values\\.(\\w+) .*}}");
  private static final Pattern ALONE = Pattern.compile(" *\\{\\{.*}}");
  private static final Pattern ACTION = Pattern.compile("\\{\\{.*?}}(\" *}})?");

  /** All of them, by file. */
  public static List<ArgoCdExternalSecret> of(PackagesTree tree) {
    return tree.addons().stream()
        .filter(addon -> addon.key().equals(BootstrapRelease.ARGO_CD.addon()))
        .flatMap(addon -> addon.resources().stream().map(folder -> folder(addon, folder)))
        .flatMap(folder -> documents(tree, folder))
        .filter(object -> object.get("kind").text().equals("ExternalSecret"))
        .map(ArgoCdExternalSecret::new)
        .toList();
  }

  public String name() {
    return object.get("metadata").get("name").text();
  }

  /** Name of the Secret that it makes. */
  public String secret() {
    String target = object.get("spec").get("target").get("name").text();
    return target.isEmpty() ? name() : target;
  }

  /** Metadata of the Secret that it makes. */
  YamlValue secretMetadata() {
    return object.get("spec").get("target").get("template").get("metadata");
  }

  /** Whether the Secret tells Argo CD how to reach Git repositories. */
  public boolean isOfRepositories() {
    return List.of("repo-creds", "repository")
        .contains(secretMetadata().get("labels").get(TYPE).text());
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
        .filter(file -> file.getValue().contains("kind: ExternalSecret"))
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
