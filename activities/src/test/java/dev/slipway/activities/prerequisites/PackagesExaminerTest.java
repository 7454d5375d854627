package dev.slipway.activities.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesExaminerTest {
  @TempDir private Path root;

  @BeforeEach
  void copiesThePackagesOfThisRepository() throws IOException {
    Path ours = Path.of("../packages");
    try (Stream<Path> files = Files.walk(ours).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        Path copy = root.resolve(ours.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void hasNothingToSayAboutThem() {
    assertThat(findings().blockers()).isEmpty();
    assertThat(findings().warnings()).isEmpty();
  }

  @Test
  void stopsARunThatLacksAFile() throws IOException {
    Files.delete(root.resolve("keycloak/values.yaml"));
    assertThat(findings().blockers())
        .containsExactly(
            new Finding(
                "packages/addons/values.yaml: keycloak",
                "keycloak/values.yaml is missing; an empty file will do"));
  }

  @Test
  void stopsARunThatLacksTheCatalogue() throws IOException {
    Files.delete(root.resolve("addons/values.yaml"));
    assertThat(findings().blockers())
        .contains(new Finding("packages/addons/values.yaml", "is missing"));
  }

  @Test
  void stopsARunWithoutArgoCd() throws IOException {
    replace("argocd:\n  enabled: true", "argocd:\n  enabled: false");
    assertThat(findings().blockers())
        .contains(
            new Finding(
                "packages/addons/values.yaml: argocd", "The addon has to be there and enabled"));
  }

  @Test
  void warnsOfWhatOnlyArgoCdWillMeet() throws IOException {
    replace(
        "{{ .metadata.labels.clusterName }}-{{ .metadata.annotations.aws_region",
        "{{ .metadata.labels.tenant }}-{{ .metadata.annotations.aws_region");
    assertThat(findings().blockers()).isEmpty();
    assertThat(findings().warnings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.subject()).endsWith("external-dns.valuesObject.txtOwnerId");
              assertThat(finding.message()).startsWith("reads .metadata.labels.tenant, which");
            });
  }

  private void replace(String from, String to) throws IOException {
    Path file = root.resolve("addons/values.yaml");
    assertThat(Files.readString(file)).containsOnlyOnce(from);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private Findings findings() {
    PackagesFolder packages = new PackagesFolder(root);
    Platform platform = AcmePlatform.on("alpha").withPackages(packages.digest());
    Findings findings = new Findings();
    new PackagesExaminer(packages).examine(AcmePlatform.examined(platform), findings);
    return findings;
  }
}
