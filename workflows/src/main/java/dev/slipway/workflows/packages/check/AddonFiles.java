package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The AppSet chart is there, and every file and folder that an enabled addon names. */
final class AddonFiles {
  private static final List<String> NEEDED =
      List.of(
          PackagesTree.APPSET_CHART + "/Chart.yaml",
          PackagesTree.APPSET_CHART + "/values.yaml",
          PackagesTree.ADDONS,
          PackagesTree.BOOTSTRAP);
  private static final Pattern IN_PACKAGES =
      Pattern.compile("\\{\\{ *\\.metadata\\.annotations\\.addons_repo_basepath *}}/?([^{]+)");

  private final PackagesTree tree;
  private final List<PackagesProblem> problems = new ArrayList<>();

  private AddonFiles(PackagesTree tree) {
    this.tree = tree;
  }

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    AddonFiles files = new AddonFiles(tree);
    NEEDED.stream().filter(file -> !tree.hasFile(file)).forEach(files::missing);
    if (tree.below(PackagesTree.APPSET_CHART + "/templates").isEmpty()) {
      files.missing(PackagesTree.APPSET_CHART + "/templates");
    }
    tree.entries().filter(addon -> addon.source().isEnabled()).forEach(files::examine);
    return files.problems.stream();
  }

  private void missing(String file) {
    problems.add(new PackagesProblem(file, 0, "", "is missing"));
  }

  private void examine(AddonEntry addon) {
    addon.resources().forEach(resource -> examineResource(addon, resource));
    examinePath(addon.own().get("path"));
    if (!addon.source().isPlain() && !mayMissValues()) {
      Stream<YamlValue> everyones = addon.isOverlay() ? Stream.empty() : everyonesValues();
      Stream.concat(everyones, addon.own().get("valueFiles").items().stream())
          .map(YamlValue::text)
          .map(file -> addon.source().folder() + "/" + file)
          .filter(file -> !tree.hasFile(file))
          .forEach(file -> add(addon.own(), file + " is missing; an empty file will do"));
    }
  }

  private Stream<YamlValue> everyonesValues() {
    return tree
        .yaml(PackagesTree.APPSET_CHART + "/values.yaml")
        .root()
        .get("valueFiles")
        .items()
        .stream();
  }

  private boolean mayMissValues() {
    return tree.below(PackagesTree.APPSET_CHART + "/templates").values().stream()
        .anyMatch(template -> template.contains("ignoreMissingValueFiles: true"));
  }

  private void examineResource(AddonEntry addon, YamlValue resource) {
    if (!resource.get("type").text().equals("manifests")) {
      examinePath(resource.get("path"));
      return;
    }
    YamlValue path = resource.get("manifestPath");
    if (path.text().isBlank()) {
      add(resource, "has no manifestPath; name a folder below " + addon.source().folder());
      return;
    }
    String folder = addon.source().folder() + "/" + path.text();
    if (tree.below(folder).isEmpty()) {
      add(path, "\"%s\" is no folder with files: %s is missing".formatted(path.text(), folder));
    }
  }

  private void examinePath(YamlValue path) {
    Matcher inPackages = IN_PACKAGES.matcher(path.text());
    if (inPackages.matches() && tree.below(inPackages.group(1)).isEmpty()) {
      add(path, "\"%s\": %s is missing".formatted(path.text(), inPackages.group(1)));
    }
  }

  private void add(YamlValue value, String message) {
    problems.add(value.problem(message));
  }
}
