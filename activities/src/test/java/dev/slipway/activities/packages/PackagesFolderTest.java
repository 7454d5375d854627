package dev.slipway.activities.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackagesFolderTest {
  @TempDir private Path root;

  @Test
  void digestChangesWithContentNameAndPlaceButNotWithTime() throws IOException {
    write("a/values.yaml", "x: 1");
    String digest = new PackagesFolder(root).digest();

    write("a/values.yaml", "x: 1");
    assertThat(new PackagesFolder(root).digest()).isEqualTo(digest).hasSize(64);
    write("a/values.yaml", "x: 2");
    assertThat(new PackagesFolder(root).digest()).isNotEqualTo(digest);
    Files.delete(root.resolve("a/values.yaml"));
    write("b/values.yaml", "x: 1");
    assertThat(new PackagesFolder(root).digest()).isNotEqualTo(digest);
  }

  @Test
  void digestLooksAtMountedFilesOnceAndNotAtGit() throws IOException {
    write("a.yaml", "x: 1");
    String digest = new PackagesFolder(root).digest();
    Files.delete(root.resolve("a.yaml"));
    write("..2026_01_01/a.yaml", "x: 1");
    write(".git/HEAD", "ref: refs/heads/main");
    Files.createSymbolicLink(root.resolve("..data"), Path.of("..2026_01_01"));
    Files.createSymbolicLink(root.resolve("a.yaml"), Path.of("..data/a.yaml"));

    assertThat(new PackagesFolder(root).digest()).isEqualTo(digest);
  }

  @Test
  void refusesAnotherFolderThanTheApprovedNamingBoth() throws IOException {
    write("a.yaml", "x: 1");
    PackagesFolder folder = new PackagesFolder(root);
    folder.refuseOther(new Packages(folder.digest(), null));

    assertThatThrownBy(() -> folder.refuseOther(new Packages("cafe", null)))
        .hasMessageContaining("PACKAGES_CHANGED")
        .hasMessageContaining("cafe")
        .hasMessageContaining(folder.digest());
  }

  @Test
  void laysPathRoutingValuesOverAndReplacesTheirLists() throws IOException {
    write(
        "addons/values.yaml",
        """
        argocd:
          enabled: true
          chartName: argo-cd
          defaultVersion: "9.5.0"
          chartRepository: https://charts.example.com
          namespace: argocd
          releaseName: argocd
          additionalResources:
          - {manifestPath: manifests, type: manifests, helm: {valuesObject: {region: here}}}
        syncPolicy: {automated: {}}
        """);
    write(
        "addons/path-routing-values.yaml",
        """
        argocd:
          additionalResources:
          - {manifestPath: manifests, type: manifests}
          - {manifestPath: path-routing, type: manifests}
        """);
    PackagesFolder folder = new PackagesFolder(root);

    AddonCatalogue plain = folder.addons(false);
    AddonSource routed = folder.addons(true).addon("argocd");

    assertThat(plain.addons()).singleElement().extracting(AddonSource::key).isEqualTo("argocd");
    assertThat(plain.addon("argocd").additionalResources())
        .singleElement()
        .satisfies(resource -> assertThat(resource.valuesObject().toString()).contains("here"));
    assertThat(routed.additionalResources())
        .extracting(AddonSource.AdditionalResource::folder)
        .containsExactly("manifests", "path-routing");
    assertThat(routed.defaultVersion()).isEqualTo("9.5.0");
  }

  @Test
  void namesTheFileThatIsNoYaml() throws IOException {
    write("addons/values.yaml", "a: [");
    assertThatThrownBy(() -> new PackagesFolder(root).addons(false))
        .hasMessageContaining("INVALID_PACKAGES")
        .hasMessageContaining("packages/addons/values.yaml");
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
