package dev.slipway.activities.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.standins.cluster.SeenRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveObjectsTest {
  private final EmptyCluster cluster = new EmptyCluster();
  private final LiveObjects live = new LiveObjects(cluster.client());

  @BeforeEach
  void fill() {
    put("default", "one", "red");
    put("default", "two", "blue");
    put("kube-public", "three", "red");
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void listsWhatIsInANamespaceOrInAll() {
    assertThat(names(live.list(Kind.SECRET, "default"))).containsExactly("one", "two");
    assertThat(names(live.list(Kind.SECRET, ""))).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(names(live.withLabel(Kind.SECRET, "", "colour=red")))
        .containsExactlyInAnyOrder("one", "three");
  }

  @Test
  void listsInOneRequestWhatFitsOnAPage() {
    int before = cluster.server().requests().size();
    live.list(Kind.SECRET, "");
    assertThat(cluster.server().requests()).hasSize(before + 1);
  }

  @Test
  void leavesValuesWhereTheyAreWhenOnlyMetadataMatters() {
    List<KubernetesObject> found = live.metadata(Kind.SECRET, "default");
    assertThat(names(found)).containsExactly("one", "two");
    assertThat(found).noneMatch(secret -> secret.content().has("data"));
    assertThat(live.metadata(Kind.SECRET, "default", "two"))
        .map(KubernetesObject::name)
        .hasValue("two");
    assertThat(live.metadata(Kind.SECRET, "default", "three")).isEmpty();
  }

  @Test
  void patchesWhatIsNamedAndLeavesTheRest() {
    live.patch(Kind.SECRET, "default", "one", SampleObject.json("metadata: {labels: {size: big}}"));
    assertThat(live.find(Kind.SECRET, "default", "one").orElseThrow().labels())
        .containsEntry("size", "big")
        .containsEntry("colour", "red");
  }

  @Test
  void asksForEachGroupVersionOnce() {
    Kinds kinds = new Kinds(cluster.client());
    assertThat(kinds.of("apps/v1", "Deployment")).hasValue(Kind.DEPLOYMENT);
    assertThat(kinds.of("apps/v1", "Absent")).isEmpty();
    assertThat(kinds.of("absent.example/v1", "Absent")).isEmpty();
    assertThat(cluster.server().requests())
        .extracting(SeenRequest::path)
        .containsExactly("/apis/apps/v1", "/apis/absent.example/v1");
  }

  private void put(String namespace, String name, String colour) {
    cluster
        .server()
        .objects()
        .put(
            SampleObject.json(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s, namespace: %s, labels: {colour: %s}}
                data: {password: c2VjcmV0}
                """
                    .formatted(name, namespace, colour)));
  }

  private static List<String> names(List<KubernetesObject> objects) {
    return objects.stream().map(KubernetesObject::name).toList();
  }
}
