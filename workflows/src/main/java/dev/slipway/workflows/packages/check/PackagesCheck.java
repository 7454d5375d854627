package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for everything that is wrong with a packages folder, so that a person mends it once. */
public final class PackagesCheck {
  /** One rule: what is wrong by it. */
  private interface Rule extends Function<PackagesTree, Stream<PackagesProblem>> {}

  private static final List<Rule> RULES =
      List.of(
          ReadableFiles::problems,
          AddonFiles::problems,
          InsidePackages::problems,
          KnownAddons::problems,
          LegalNames::problems,
          PinnedCharts::problems,
          PinnedImages::problems,
          ClusterSecretTemplates::problems,
          RepositoryCredentials::problems,
          ClusterSecretSelectors::problems);

  private PackagesCheck() {}

  /** By file and line; none for a folder that is fine. */
  public static List<PackagesProblem> of(PackagesTree tree) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(tree))
        .distinct()
        .sorted(Comparator.comparing(PackagesProblem::file).thenComparingInt(PackagesProblem::line))
        .toList();
  }

  /** Of these, the files and folders that are not there: without them no install can end. */
  public static List<PackagesProblem> missingFiles(PackagesTree tree) {
    return AddonFiles.problems(tree).toList();
  }
}
