package dev.slipway.activities.packages;

import dev.slipway.activities.packages.AddonSource.AdditionalResource;
import dev.slipway.activities.preflight.Examiner;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import java.nio.file.Files;
import java.util.List;

/** Looks whether the packages folder has what an install reads. */
public final class PackagesExaminer implements Examiner {
  private static final List<String> FILES =
      List.of("appset-chart/Chart.yaml", "bootstrap/values.yaml", "addons/values.yaml");
  private static final List<String> BOOTSTRAP = List.of("argocd", "external-secrets");

  private final PackagesFolder packages;

  public PackagesExaminer(PackagesFolder packages) {
    this.packages = packages;
  }

  @Override
  public void examine(ExamineRequest request, Findings findings) {
    packages.refuseOther(request.platform().packages());
    List<String> missing =
        FILES.stream().filter(file -> Files.notExists(packages.root().resolve(file))).toList();
    missing.forEach(file -> findings.blocker("packages/" + file, "The file is missing"));
    if (!missing.isEmpty()) {
      return;
    }
    AddonCatalogue catalogue = packages.addons(request.platform().config().pathRouting());
    BOOTSTRAP.forEach(addon -> examineBootstrap(catalogue, addon, findings));
    catalogue.addons().stream()
        .filter(AddonSource::enabled)
        .forEach(addon -> examineFolders(addon, findings));
  }

  private static void examineBootstrap(AddonCatalogue catalogue, String key, Findings findings) {
    String subject = "packages/addons/values.yaml: " + key;
    catalogue.addons().stream()
        .filter(addon -> addon.addon().equals(key) && addon.enabled())
        .findFirst()
        .ifPresentOrElse(
            addon -> {
              if (addon.repository().isEmpty() || addon.defaultVersion().isEmpty()) {
                findings.blocker(subject, "chartRepository and defaultVersion are needed");
              }
            },
            () -> findings.blocker(subject, "The addon has to be there and enabled"));
  }

  private void examineFolders(AddonSource addon, Findings findings) {
    for (AdditionalResource resource : addon.additionalResources()) {
      String folder = addon.folder() + "/" + resource.folder();
      if (!Files.isDirectory(packages.root().resolve(folder))) {
        findings.blocker("packages/" + folder, "Addon " + addon.addon() + " names this folder");
      }
    }
  }
}
