package dev.slipway.workflows.packages.check;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.packages.AddonEntry;
import dev.slipway.workflows.packages.ClusterSecretKeys;
import dev.slipway.workflows.packages.PackagesTree;
import dev.slipway.workflows.packages.YamlFile;
import dev.slipway.workflows.platform.Addon;
import dev.slipway.workflows.platform.AddonGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of this repository. */
class RepositoryPackagesTest {
  private static final Path ROOT = Path.of("../packages");
  private static final Pattern LITERAL =
      Pattern.compile("\\b(us|eu|ap|ca|sa|me|af|il|mx|cn)-(gov-)?[a-z]+-\\d\\b|\\b\\d{12}\\b");
  private static final PackagesTree TREE = read();

  @Test
  void haveNoProblem() {
    assertThat(PackagesCheck.of(TREE)).isEmpty();
  }

  @Test
  void areTheAddonsOfTheDependencyGraph() {
    assertThat(TREE.addons())
        .extracting(AddonEntry::key)
        .containsExactlyInAnyOrderElementsOf(
            AddonGraph.CNOE.order().stream().map(Addon::key).toList());
  }

  @Test
  void sayWhatTheClusterSecretCarries() {
    ClusterSecretKeys secret = ClusterSecretKeys.of(TREE).orElseThrow();
    assertThat(secret.keys("labels"))
        .containsExactly(
            "argocd.argoproj.io/secret-type",
            "clusterClass",
            "clusterName",
            "environment",
            "path_routing",
            "auto_mode");
    assertThat(secret.keys("annotations")).contains("domain", "aws_region", "secret_prefix");
  }

  @Test
  void nameNoRegionAndNoAccount() {
    Stream<String> values =
        TREE.yamlFiles().stream()
            .flatMap(YamlFile::all)
            .map(value -> value.key() + " " + value.text());
    assertThat(Stream.concat(values, TREE.templates().values().stream()))
        .hasSizeGreaterThan(500)
        .filteredOn(LITERAL.asPredicate())
        .isEmpty();
  }

  private static PackagesTree read() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return new PackagesTree(
          files
              .filter(Files::isRegularFile)
              .collect(toMap(f -> ROOT.relativize(f).toString(), RepositoryPackagesTest::text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
