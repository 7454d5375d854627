package dev.slipway.activities.ownership.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.eks.EmptyCluster;
import dev.slipway.activities.ownership.manifest.Manifest;
import dev.slipway.activities.ownership.manifest.ManifestEntry;
import dev.slipway.activities.ownership.manifest.ManifestWriter;
import dev.slipway.activities.ownership.manifest.Thing;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.OwnershipActivities.Approval;
import dev.slipway.workflows.contract.OwnershipActivities.InstalledParts;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InstallationManifestTest {
  private static final Platform PLATFORM =
      SamplePlatform.named("a")
          .withDomain("example.com")
          .withSecretPrefix("cnoe")
          .withPackages("digest");

  private final EmptyCluster cluster = new EmptyCluster();
  private final InstallationRecord record = new InstallationRecord(cluster.client());

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void isNoneOnAnEmptyCluster() {
    assertThat(new InstallationManifest(cluster.client()).read()).isEmpty();
  }

  @Test
  void isNotFinishedWhileAnInstallIsUnderWay() {
    open();
    remember("keycloak");

    assertThat(read().installed()).isFalse();
    assertThat(read().planDigest()).isEqualTo("plan-1");
    assertThat(read().approver()).isEqualTo("ada");
    assertThat(read().entries())
        .extracting(ManifestEntry::subject)
        .hasToString("[Namespace keycloak]");
  }

  @Test
  void isFinishedWithTheInstall() {
    open();
    remember("keycloak");
    complete();

    assertThat(read().installed()).isTrue();
  }

  @Test
  void isNotFinishedAnyMoreOnceALaterInstallRemembersMore() {
    open();
    complete();
    remember("keycloak");

    assertThat(read().installed()).isFalse();
    complete();
    assertThat(read().installed()).isTrue();
  }

  @Test
  void seesThatAPartIsGone() {
    open();
    remember("keycloak");
    complete();
    deleteConfigMap("slipway-installation-p-1-0");

    assertUnreadable("not as the install left them");
  }

  @Test
  void seesThatTheRecordWasChanged() {
    open();
    complete();
    cluster
        .client()
        .configMaps()
        .inNamespace("kube-system")
        .withName("slipway-installation")
        .edit(map -> map.edit().addToData("approver", "eve").build());

    assertUnreadable("not as the install left them");
  }

  @Test
  void seesThatTheRecordIsGone() {
    open();
    remember("keycloak");
    deleteConfigMap("slipway-installation");

    assertUnreadable("is gone, and parts of its manifest are there");
  }

  @Test
  void doesNotTakeWhatItMayNotReadForNone() {
    cluster.server().deny("list", "", "configmaps");

    assertThatThrownBy(() -> new InstallationManifest(cluster.client()).read())
        .hasMessageContaining("ACCESS_DENIED");
  }

  private void open() {
    Owner owner = new Owner("default", "platform/1", "run-1");
    record.open(PLATFORM, new Approval(owner, "plan-1", "ada", null, null));
  }

  private void remember(String namespace) {
    new ManifestWriter(cluster.client(), "p", "STEP", () -> {})
        .intend(List.of(Thing.namespace(namespace, null, null)));
  }

  private void complete() {
    record.complete(new InstalledParts(List.of(), "arn:config", "arn:github", List.of()));
  }

  private Manifest read() {
    return new InstallationManifest(cluster.client()).read().orElseThrow();
  }

  private void assertUnreadable(String why) {
    assertThatThrownBy(this::read)
        .hasMessageContaining("RECORD_UNREADABLE")
        .hasMessageContaining(why);
  }

  private void deleteConfigMap(String name) {
    cluster.client().configMaps().inNamespace("kube-system").withName(name).delete();
  }
}
