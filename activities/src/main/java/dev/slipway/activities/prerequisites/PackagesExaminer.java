package dev.slipway.activities.prerequisites;

import dev.slipway.activities.packages.AddonCatalogue;
import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.check.PackagesCheck;
import dev.slipway.workflows.platform.AddonGraph;
import dev.slipway.workflows.platform.Platform;
import java.util.List;

/** Looks whether the packages folder has what an install reads, and what else is odd about it. */
public final class PackagesExaminer implements Examiner {
  private final PackagesFolder packages;

  public PackagesExaminer(PackagesFolder packages) {
    this.packages = packages;
  }

  @Override
  public String subject(Platform platform) {
    return "packages folder";
  }

  @Override
  public Turn turn() {
    return Turn.PACKAGES;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    PackagesCopy copy = packages.approved(request.platform().packages());
    PackagesTree tree = copy.tree();
    List<PackagesProblem> missing = PackagesCheck.missingFiles(tree);
    missing.forEach(problem -> findings.blocker(subject(problem), problem.message()));
    // What the install does not need itself may be read otherwise by Argo CD, so it is no blocker.
    PackagesCheck.of(tree).stream()
        .filter(problem -> !missing.contains(problem))
        .forEach(problem -> findings.warning(subject(problem), problem.message()));
    if (tree.hasFile(PackagesTree.ADDONS)) {
      AddonCatalogue catalogue = copy.addons(request.platform().config().pathRouting());
      AddonGraph.BOOTSTRAP.forEach(addon -> examineBootstrap(catalogue, addon, findings));
    }
  }

  private static String subject(PackagesProblem problem) {
    String file = "packages/" + problem.file();
    return problem.field().isEmpty() ? file : file + ": " + problem.field();
  }

  private static void examineBootstrap(AddonCatalogue catalogue, String key, Findings findings) {
    String subject = "packages/" + PackagesTree.ADDONS + ": " + key;
    catalogue.addons().stream()
        .filter(addon -> addon.key().equals(key) && addon.isEnabled())
        .findFirst()
        .ifPresentOrElse(
            addon -> {
              if (addon.repository().isEmpty() || addon.defaultVersion().isEmpty()) {
                findings.blocker(subject, "chartRepository and defaultVersion are needed");
              }
            },
            () -> findings.blocker(subject, "The addon has to be there and enabled"));
  }
}
