package dev.slipway.activities.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.eks.EmptyCluster;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Kind UNKNOWN = Kind.namespaced("example.com/v1", "Foo", "foos");

  private final EmptyCluster cluster = new EmptyCluster();
  private final LiveObjects live = new LiveObjects(cluster.client());

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void anObjectIsMissingWhereTheApiServerNamesIt() {
    assertThat(live.find(Kind.DEPLOYMENT, "argocd", "absent")).isEmpty();
    assertThat(live.find(Kind.NAMESPACE, "", "default")).isPresent();
  }

  @Test
  void nothingIsSaidOfAnObjectWhoseKindIsNotServed() {
    assertThatThrownBy(() -> live.find(UNKNOWN, "argocd", "absent"))
        .isInstanceOf(KubernetesClientException.class);
    assertThat(Answers.ifServed(() -> live.list(UNKNOWN, "argocd"))).isEmpty();
  }

  @Test
  void anotherRefusalIsNoAbsence() {
    cluster.server().deny("get", "apps", "deployments");
    cluster.server().deny("list", "apps", "deployments");
    assertThatThrownBy(() -> live.find(Kind.DEPLOYMENT, "argocd", "absent"))
        .hasMessageContaining("403");
    assertThatThrownBy(() -> Answers.ifServed(() -> live.list(Kind.DEPLOYMENT, "argocd")))
        .hasMessageContaining("403");
  }

  @Test
  void a404WithoutANameIsNoAbsence() {
    assertThat(Answers.isAbsence(new KubernetesClientException("page not found", 404, null)))
        .isFalse();
    assertThat(Answers.isAbsence(notFound(null))).isFalse();
    assertThat(Answers.isAbsence(notFound("one"))).isTrue();
  }

  @Test
  void aWriteMayComeTooLate() {
    assertThat(Answers.unlessConflict(() -> {})).isTrue();
    assertThat(Answers.unlessConflict(() -> cluster.createNamespace("default"))).isFalse();
    assertThatThrownBy(() -> Answers.unlessConflict(() -> List.of(1).get(9)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static KubernetesClientException notFound(String name) {
    return new KubernetesClientException(
        "not found", 404, new StatusBuilder().withNewDetails().withName(name).endDetails().build());
  }
}
