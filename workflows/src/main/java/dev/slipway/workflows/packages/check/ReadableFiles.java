package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlFile;
import java.util.Optional;
import java.util.stream.Stream;

/** Every YAML file parses, with each key once; values hold one map. */
final class ReadableFiles {
  private ReadableFiles() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    return tree.yamlFiles().stream().flatMap(file -> problem(file).stream());
  }

  private static Optional<PackagesProblem> problem(YamlFile file) {
    if (file.problem().isPresent() || !file.name().endsWith("values.yaml")) {
      return file.problem();
    }
    if (file.documents().size() > 1) {
      return Optional.of(file.root().problem("holds several documents; write one map"));
    }
    return file.documents().stream()
        .filter(document -> !document.json().isObject())
        .map(document -> document.problem("holds no map from key to value"))
        .findFirst();
  }
}
