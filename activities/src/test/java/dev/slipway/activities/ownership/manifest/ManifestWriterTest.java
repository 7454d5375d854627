package dev.slipway.activities.ownership.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.inventory.Origin;
import dev.slipway.workflows.inventory.Subject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ManifestWriterTest {
  private static final Thing SETTINGS =
      new Thing(
          new Subject("", "ConfigMap", "default", "settings"), "v1", "release a/b", "keycloak");
  private static final Thing TEAM = Thing.namespace("team", "release a/b", "keycloak");
  private static final Thing SECRET =
      new Thing(Subject.aws("secret", "eu-west-3", "idp/config"), "", "", null);

  private final EmptyCluster cluster = new EmptyCluster();
  private final ManifestWriter writer = writer("p");

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void remembersAThingBeforeItIsThere() {
    writer.intend(List.of(SETTINGS));

    assertThat(entries())
        .containsExactly(
            new ManifestEntry(
                SETTINGS.subject(), null, Origin.MADE, "STEP", "release a/b", "keycloak"));
  }

  @Test
  void fillsInTheUidOnceItIsThere() {
    writer.intend(List.of(SETTINGS));
    String uid = create("settings").getMetadata().getUid();
    writer.fulfil(List.of(SETTINGS));

    assertThat(entries()).extracting(ManifestEntry::uid).containsExactly(uid);
  }

  @Test
  void tellsWhatItTakesOverFromWhatItLeaves() {
    cluster.createNamespace("team");
    create("settings");
    writer.intend(List.of(SETTINGS, TEAM, SECRET), thing -> true);

    assertThat(entries())
        .extracting(entry -> entry.subject().kind(), ManifestEntry::origin)
        .containsExactlyInAnyOrder(
            tuple("ConfigMap", Origin.TAKEN),
            tuple("Namespace", Origin.BEFORE),
            tuple("secret", Origin.TAKEN));
  }

  @Test
  void keepsWhatItMadeItsOwnInLaterRuns() {
    writer.intend(List.of(SETTINGS));
    create("settings");

    writer("p").intend(List.of(SETTINGS));

    assertThat(entries()).extracting(ManifestEntry::origin).containsExactly(Origin.MADE);
  }

  @Test
  void keepsWhatLaterRunsDoNotMakeAnyMore() {
    writer.intend(List.of(SETTINGS));

    writer("p").intend(List.of(TEAM));

    assertThat(entries())
        .extracting(ManifestEntry::subject)
        .containsExactly(SETTINGS.subject(), TEAM.subject());
  }

  @Test
  void leavesToAnotherWriterWhatThatRemembers() {
    writer.intend(List.of(TEAM));

    writer("q").intend(List.of(TEAM, SETTINGS));

    assertThat(entries())
        .extracting(ManifestEntry::subject)
        .containsExactly(SETTINGS.subject(), TEAM.subject());
  }

  @Test
  void letsTwoWritersRememberAtOnce() {
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> writer.intend(List.of(TEAM)));
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> writer("q").intend(List.of(SETTINGS)));
    CompletableFuture.allOf(one, other).join();

    assertThat(entries())
        .extracting(ManifestEntry::subject)
        .containsExactly(SETTINGS.subject(), TEAM.subject());
  }

  @Test
  void believesTheWriterWhoSawThatAThingWasNotThere() {
    cluster
        .server()
        .after(
            "GET",
            "/api/v1/namespaces/kube-system/configmaps",
            () -> {
              writer("a").intend(List.of(SETTINGS));
              create("settings");
              writer("a").fulfil(List.of(SETTINGS));
            });
    writer.intend(List.of(SETTINGS));

    assertThat(entries()).extracting(ManifestEntry::origin).containsExactly(Origin.MADE);
    assertThat(entries()).extracting(ManifestEntry::uid).doesNotContainNull();
  }

  @Test
  void writesNothingWhereNothingIsNew() {
    writer.intend(List.of(SETTINGS));
    String version = onlyMap().getMetadata().getResourceVersion();

    writer("p").intend(List.of(SETTINGS));
    writer("p").fulfil(List.of(SETTINGS));

    assertThat(onlyMap().getMetadata().getResourceVersion()).isEqualTo(version);
  }

  @Test
  void remembersWhatOthersMadeByItsAge() {
    create("settings");

    writer("p").found(List.of(SETTINGS), thing -> Instant.parse("2020-01-01T00:00:00Z"));
    writer("q").found(List.of(TEAM), thing -> Instant.parse("2020-01-01T00:00:00Z"));

    assertThat(entries())
        .extracting(entry -> entry.subject().kind(), ManifestEntry::origin)
        .containsExactly(tuple("ConfigMap", Origin.MADE));
    assertThat(entries().get(0).uid()).isNotEmpty();
  }

  @Test
  void knowsWhatIsOlderThanWhatItIsFoundBecauseOf() {
    create("settings");

    writer.found(List.of(SETTINGS), thing -> Instant.parse("2999-01-01T00:00:00Z"));

    assertThat(entries()).extracting(ManifestEntry::origin).containsExactly(Origin.TAKEN);
    assertThat(onlyMap().getMetadata().getName()).as("written once").endsWith("-p-1-0");
  }

  @Test
  void takesTheIdsThatTheCallerKnows() {
    writer.intend(List.of(SECRET));
    writer.fulfil(List.of(SECRET), secret -> Optional.of("arn:1"));

    assertThat(entries()).extracting(ManifestEntry::uid).containsExactly("arn:1");
  }

  @Test
  void doesNotTakeWhatItMayNotListForAbsent() {
    cluster.server().deny("list", "", "namespaces");

    assertThatThrownBy(() -> writer.intend(List.of(TEAM))).hasMessageContaining("ACCESS_DENIED");
    assertThat(entries()).isEmpty();
  }

  @Test
  void writesNothingOnceItMayNot() {
    ManifestWriter late =
        new ManifestWriter(
            cluster.client(),
            "p",
            "STEP",
            () -> {
              throw FailureType.CLUSTER_UNREACHABLE.failure("somebody else writes");
            });

    assertThatThrownBy(() -> late.intend(List.of(SETTINGS))).hasMessageContaining("somebody else");
    assertThat(entries()).isEmpty();
  }

  private ManifestWriter writer(String part) {
    return new ManifestWriter(cluster.client(), part, "STEP", () -> {});
  }

  private List<ManifestEntry> entries() {
    return new ManifestParts(cluster.client()).content().entries();
  }

  private ConfigMap onlyMap() {
    List<ConfigMap> maps =
        cluster
            .client()
            .configMaps()
            .inNamespace("kube-system")
            .withLabel("slipway.dev/manifest", "p")
            .list()
            .getItems();
    assertThat(maps).hasSize(1);
    return maps.get(0);
  }

  private ConfigMap create(String name) {
    return cluster
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .build())
        .create();
  }
}
