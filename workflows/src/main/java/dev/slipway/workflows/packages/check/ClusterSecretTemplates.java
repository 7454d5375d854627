package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.ClusterSecretKeys;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.ReachedTemplates;
import dev.slipway.workflows.packages.TemplateReferences;
import dev.slipway.workflows.packages.TemplateReferences.Reference;
import dev.slipway.workflows.packages.YamlValue;
import dev.slipway.workflows.platform.ArgoCdSecrets;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Templates read of the cluster secret what it has: Argo CD refuses anything else. */
final class ClusterSecretTemplates {
  private static final List<String> FILES =
      List.of(
          PackagesTree.ADDONS,
          PackagesTree.PATH_ROUTING,
          PackagesTree.BOOTSTRAP,
          PackagesTree.APPSET_CHART + "/values.yaml");
  private static final List<String> PARAMETERS =
      List.of("name", "nameNormalized", "server", "project", "metadata");

  private ClusterSecretTemplates() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    Optional<ClusterSecretKeys> secret = ClusterSecretKeys.of(tree);
    if (secret.isEmpty()) {
      return tree.yaml(PackagesTree.ADDONS).root().entries().stream()
          .filter(addon -> addon.key().equals(BootstrapRelease.ARGO_CD.addon()))
          .map(
              addon ->
                  addon.problem(
                      "its manifests hold no ExternalSecret " + ArgoCdSecrets.CLUSTER_SOURCE));
    }
    Stream<PackagesProblem> values =
        FILES.stream()
            .flatMap(file -> tree.yaml(file).root().all())
            .flatMap(value -> texts(value).flatMap(text -> unknown(text, secret.get(), value)));
    Stream<PackagesProblem> templates =
        ReachedTemplates.of(
                tree.below(PackagesTree.APPSET_CHART + "/templates"), name -> isOn(tree, name))
            .entrySet()
            .stream()
            .flatMap(file -> unknown(file, secret.get()));
    return Stream.concat(values, templates);
  }

  private static boolean isOn(PackagesTree tree, String name) {
    return FILES.stream()
        .flatMap(file -> tree.yaml(file).root().all())
        .filter(value -> value.key().equals(name))
        .anyMatch(
            value ->
                !List.of("", "false").contains(value.text()) || value.json().isContainerNode());
  }

  /** Argo CD evaluates keys, too. */
  private static Stream<String> texts(YamlValue value) {
    String text = value.json().isTextual() ? value.text() : "";
    return Stream.of(value.key(), text).filter(candidate -> candidate.contains("{{"));
  }

  private static Stream<PackagesProblem> unknown(
      String text, ClusterSecretKeys secret, YamlValue value) {
    Function<String, PackagesProblem> problem = value::problem;
    Stream<PackagesProblem> roots =
        TemplateReferences.roots(text).stream()
            .filter(root -> !PARAMETERS.contains(root))
            .map(root -> "reads ." + root + "; there are ." + String.join(", .", PARAMETERS))
            .map(problem);
    return Stream.concat(roots, unknownKeys(text, secret).map(problem));
  }

  private static Stream<PackagesProblem> unknown(
      Map.Entry<String, String> file, ClusterSecretKeys secret) {
    List<String> lines = file.getValue().lines().toList();
    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
        .filter(i -> !lines.get(i).strip().startsWith("#"))
        .flatMap(
            i ->
                unknownKeys(lines.get(i), secret)
                    .map(message -> new PackagesProblem(file.getKey(), i + 1, "", message)));
  }

  private static Stream<String> unknownKeys(String text, ClusterSecretKeys secret) {
    return TemplateReferences.metadata(text).stream()
        .filter(reference -> !secret.keys(reference.kind()).contains(reference.key()))
        .map(reference -> message(reference, secret));
  }

  private static String message(Reference reference, ClusterSecretKeys secret) {
    return "reads .metadata.%s.%s, which the cluster secret has not; its %s are %s"
        .formatted(
            reference.kind(),
            reference.key(),
            reference.kind(),
            String.join(", ", secret.keys(reference.kind())));
  }
}
