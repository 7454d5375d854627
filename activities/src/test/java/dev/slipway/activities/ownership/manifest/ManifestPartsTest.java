package dev.slipway.activities.ownership.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestPartsTest {
  private static final List<ManifestEntry> FEW = entries(3);
  private static final List<ManifestEntry> MANY = entries(2_600);

  private final EmptyCluster cluster = new EmptyCluster();
  private final ManifestParts parts = new ManifestParts(cluster.client());

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void spreadsALargePartOverSeveralConfigMaps() {
    parts.write(Part.unwritten("p"), MANY);

    assertThat(maps()).hasSizeGreaterThan(1);
    assertThat(maps())
        .allSatisfy(map -> assertThat(map.getData().get("entries")).hasSizeLessThan(500_001));
    assertThat(parts.content().entries()).isEqualTo(MANY);
  }

  @Test
  void replacesWhatWasWrittenBefore() {
    parts.write(Part.unwritten("p"), MANY);
    parts.write(parts.read().get("p"), FEW);

    assertThat(maps()).hasSize(1);
    assertThat(parts.content().entries()).isEqualTo(FEW);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void isReadableWhereItsFirstWriterWasKilled(int created) {
    killAfter(created, () -> parts.write(Part.unwritten("p"), MANY));

    assertThat(parts.content().entries()).isEqualTo(created < 3 ? List.of() : MANY);
    assertThatLaterWritersGoOn();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void isReadableWhereALaterWriterWasKilled(int created) {
    parts.write(Part.unwritten("p"), FEW);
    killAfter(created, () -> parts.write(parts.read().get("p"), MANY));

    assertThat(parts.content().entries()).isEqualTo(created < 2 ? FEW : MANY);
    assertThatLaterWritersGoOn();
  }

  @Test
  void tellsAWriterThatIsMuchTooLate() {
    parts.write(Part.unwritten("p"), FEW);
    Part before = parts.read().get("p");
    parts.write(before, FEW.subList(0, 1));
    parts.write(parts.read().get("p"), FEW.subList(0, 2));

    assertThatThrownBy(() -> parts.write(before, MANY))
        .hasMessageContaining("CLUSTER_UNREACHABLE")
        .hasMessageContaining("changed at the same moment");
    assertThat(parts.content().entries()).isEqualTo(FEW.subList(0, 2));
  }

  @Test
  void letsOnlyOneOfTwoWritersWrite() {
    Part before = Part.unwritten("p");
    parts.write(before, FEW);

    assertThatThrownBy(() -> parts.write(before, MANY))
        .hasMessageContaining("CLUSTER_UNREACHABLE")
        .hasMessageContaining("changed at the same moment");
    assertThat(parts.content().entries()).isEqualTo(FEW);
  }

  @Test
  void seesThatALineIsMissing() {
    parts.write(Part.unwritten("p"), FEW);
    change(maps().get(0), text -> text.substring(text.indexOf('\n') + 1));

    assertThatThrownBy(parts::content)
        .hasMessageContaining("RECORD_UNREADABLE")
        .hasMessageContaining("part p");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void seesThatAConfigMapIsMissing(int which) {
    parts.write(Part.unwritten("p"), MANY);
    cluster.client().resource(maps().get(which)).delete();

    assertThatThrownBy(parts::content).hasMessageContaining("RECORD_UNREADABLE");
  }

  @Test
  void namesAConfigMapThatItDidNotWrite() {
    parts.write(Part.unwritten("p"), FEW);
    ConfigMap map = maps().get(0);
    cluster
        .client()
        .resource(map.edit().editMetadata().withAnnotations(Map.of()).endMetadata().build())
        .update();

    assertThatThrownBy(parts::content)
        .hasMessageContaining("RECORD_UNREADABLE")
        .hasMessageContaining("kube-system/slipway-installation-p-1-0");
  }

  private void assertThatLaterWritersGoOn() {
    parts.write(parts.read().get("p"), MANY);
    assertThat(parts.content().entries()).isEqualTo(MANY);

    parts.write(parts.read().get("p"), FEW);
    assertThat(parts.content().entries()).isEqualTo(FEW);
    assertThat(maps()).hasSize(1);
  }

  private void killAfter(int created, ThrowingCallable write) {
    countDown(new AtomicInteger(created));
    assertThatThrownBy(write).hasMessageContaining("CLUSTER_UNREACHABLE");
  }

  private void countDown(AtomicInteger left) {
    cluster
        .server()
        .after(
            "POST",
            "/api/v1/namespaces/kube-system/configmaps",
            () -> {
              if (left.decrementAndGet() == 0) {
                throw new IllegalStateException("The writer gets no answer any more");
              }
              countDown(left);
            });
  }

  private void change(ConfigMap map, UnaryOperator<String> change) {
    cluster
        .client()
        .resource(
            map.edit().addToData("entries", change.apply(map.getData().get("entries"))).build())
        .update();
  }

  private List<ConfigMap> maps() {
    return cluster
        .client()
        .configMaps()
        .inNamespace("kube-system")
        .withLabel("slipway.dev/manifest", "p")
        .list()
        .getItems();
  }

  private static List<ManifestEntry> entries(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            index ->
                new ManifestEntry(
                    new Subject("apps", "Deployment", "team", "app-%05d".formatted(index)),
                    "b7a1e1f0-0000-4000-8000-000000000000",
                    Origin.MADE,
                    "BOOTSTRAP_CLUSTER",
                    "release argocd/argocd",
                    "argocd"))
        .toList();
  }
}
