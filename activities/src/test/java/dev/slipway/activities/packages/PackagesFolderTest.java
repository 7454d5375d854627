package dev.slipway.activities.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    folder.approved(new Packages(folder.digest(), null, null));

    assertThatThrownBy(() -> folder.approved(new Packages("cafe", null, null)))
        .hasMessageContaining("PACKAGES_CHANGED")
        .hasMessageContaining("cafe")
        .hasMessageContaining(folder.digest());
  }

  @Test
  void goesOnWithTheApprovedPackagesWhateverBecomesOfTheFolder() throws IOException {
    write("a.yaml", "x: 1");
    PackagesFolder folder = new PackagesFolder(root);
    Packages approved = new Packages(folder.now().digest(), null, null);

    write("a.yaml", "x: 2");

    assertThat(folder.approved(approved).yaml("a.yaml").path("x").asInt()).isEqualTo(1);
    assertThat(folder.now().yaml("a.yaml").path("x").asInt()).isEqualTo(2);
  }

  @Test
  void makesADamagedCopyAnew() throws IOException {
    write("a.yaml", "x: 1");
    PackagesFolder folder = new PackagesFolder(root);
    Packages approved = new Packages(folder.digest(), null, null);
    Files.writeString(folder.approved(approved).path("a.yaml"), "x: 2");

    assertThat(folder.approved(approved).yaml("a.yaml").path("x").asInt()).isEqualTo(1);
  }

  @Test
  void refusesWhatLeadsOutOfTheFolder() throws IOException {
    write("a.yaml", "x: 1");
    PackagesCopy copy = new PackagesFolder(root).now();
    for (String name : List.of("../b.yaml", "/etc/passwd", "a/../../b")) {
      assertThatThrownBy(() -> copy.path(name))
          .hasMessageContaining("\"%s\" leads out of packages/".formatted(name));
    }
  }

  @Test
  void refusesLinksOutOfTheFolderAndToNowhereByTheirNames() throws IOException {
    Files.createSymbolicLink(root.resolve("out.yaml"), Path.of("/etc/hostname"));
    assertThatThrownBy(() -> new PackagesFolder(root).now())
        .hasMessageContaining("packages/out.yaml is a link out of the packages folder");
    Files.delete(root.resolve("out.yaml"));
    Files.createSymbolicLink(root.resolve("lost.yaml"), Path.of("nowhere"));
    assertThatThrownBy(() -> new PackagesFolder(root).now())
        .hasMessageContaining("packages/lost.yaml is no file, or a link that leads nowhere");
  }

  @Test
  void refusesALoopOfLinks() throws IOException {
    Files.createSymbolicLink(root.resolve("loop"), root);
    assertThatThrownBy(() -> new PackagesFolder(root).now())
        .hasMessageContaining("INVALID_PACKAGES")
        .hasMessageContaining("loop");
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
    PackagesCopy folder = new PackagesFolder(root).now();

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
    assertThatThrownBy(() -> new PackagesFolder(root).now().addons(false))
        .hasMessageContaining("INVALID_PACKAGES")
        .hasMessageContaining("packages/addons/values.yaml");
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
