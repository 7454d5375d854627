package dev.slipway.activities.packages.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packages of this repository on every cluster of the matrix. The golden files show one variant
 * in full, a file an addon, and what differs from it in each other one.
 */
class PackagesMatrixTest {
  private static final Rendering RENDERING = new Rendering();
  private static final Map<Variant, ObjectNode> RENDERED = new HashMap<>();

  private static final Predicate<String> ALPHA = Pattern.compile("\\balpha\\b").asPredicate();
  private static final Predicate<String> BETA = Pattern.compile("\\bbeta\\b").asPredicate();

  static Stream<Variant> onAlpha() {
    return Variant.onAlpha();
  }

  @AfterAll
  static void closesHelm() {
    RENDERING.close();
  }

  @Test
  void everyAddonBecomesWhatIsExpected() throws IOException {
    GoldenFiles.assertMatch(
        "base",
        rendered(Variant.BASE).properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Test
  void everyOtherVariantDiffersInWhatIsExpected() throws IOException {
    Map<String, Map<String, JsonNode>> folders = new TreeMap<>();
    for (Variant variant : Variant.matrix()) {
      Path file = Path.of(variant.toString());
      folders.computeIfAbsent(file.getParent().toString(), any -> new TreeMap<>());
      if (!variant.equals(Variant.BASE)) {
        folders
            .get(file.getParent().toString())
            .put(
                file.getFileName().toString(),
                Differences.between(rendered(variant.neighbour()), rendered(variant)));
      }
    }
    assertThat(folders.values()).extracting(Map::size).containsExactly(4, 3, 4, 4);
    for (Map.Entry<String, Map<String, JsonNode>> folder : folders.entrySet()) {
      GoldenFiles.assertMatch(folder.getKey(), folder.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("onAlpha")
  void twoClustersOfAnAccountAndRegionShareNoName(Variant variant) {
    ClusterNames alpha = names(variant);
    ClusterNames beta = names(variant.named("beta"));

    assertThat(alpha.loadBalancers()).hasSize(1).doesNotContainAnyElementsOf(beta.loadBalancers());
    assertThat(alpha.recordOwners()).hasSize(1).doesNotContainAnyElementsOf(beta.recordOwners());
    assertThat(alpha.secrets()).hasSize(2).doesNotContainAnyElementsOf(beta.secrets());
    assertThat(alpha.hosts()).isNotEmpty().doesNotContainAnyElementsOf(beta.hosts());
    assertThat(alpha.texts()).filteredOn(BETA).isEmpty();
    assertThat(beta.texts()).filteredOn(ALPHA).isEmpty();
    assertThat(beta.texts()).filteredOn(BETA).hasSizeGreaterThan(20);
  }

  @Test
  void twoRegionsOfAnAccountShareNoRecord() {
    ClusterNames paris = names(Variant.BASE);
    ClusterNames oregon = names(new Variant(false, false, Variant.OREGON, "alpha"));

    assertThat(paris.recordOwners()).hasSize(1).doesNotContainAnyElementsOf(oregon.recordOwners());
    assertThat(oregon.texts()).noneMatch(text -> text.contains("eu-west-3"));
  }

  @Test
  void longNamesThatBeginAlikeStillMakeTwoLoadBalancersThatAwsTakes() {
    String beginning = "developer-platform-of-the-second-team-in-production-number-";
    List<String> names =
        Stream.of("1", "2")
            .map(end -> names(Variant.BASE.named(beginning + end)))
            .flatMap(named -> named.loadBalancers().stream())
            .toList();

    assertThat(names).hasSize(2).doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]"));
  }

  private static ClusterNames names(Variant variant) {
    return ClusterNames.of(rendered(variant));
  }

  private static ObjectNode rendered(Variant variant) {
    return RENDERED.computeIfAbsent(variant, RENDERING::of);
  }
}
