package dev.slipway.workflows.packages.check;

import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.ArgoCdExternalSecret;
import dev.slipway.workflows.packages.PackagesProblem;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.platform.BootstrapRelease;
import java.util.stream.Stream;

/** Argo CD gets credentials of its Git repositories: without them it reads public ones only. */
final class RepositoryCredentials {
  private RepositoryCredentials() {}

  static Stream<PackagesProblem> problems(PackagesTree tree) {
    if (ArgoCdExternalSecret.of(tree).stream().anyMatch(ArgoCdExternalSecret::isOfRepositories)) {
      return Stream.empty();
    }
    return tree.addons().stream()
        .filter(addon -> addon.key().equals(BootstrapRelease.ARGO_CD.addon()))
        .map(AddonEntry::own)
        .map(
            addon ->
                addon.problem(
                    "its manifests hold no ExternalSecret that makes a Secret of type repo-creds, such as github-app-org, so that Argo CD reads public repositories only"));
  }
}
