package dev.slipway.standins.contract.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.standins.contract.Eventually;
import org.junit.jupiter.api.Test;

/** What goes with an Application. */
public abstract class RemovalContract {
  private static final String HELD = "contract.slipway.dev/held";

  protected abstract ArgoCdWorld world();

  @Test
  void leavesResourcesWithoutTheFinalizer() {
    ApplicationUnderTest application = Draft.named(world(), "left").from("kept").createAndSync();
    application.delete();
    Eventually.see(() -> assertThat(application.isGone()).isTrue());
    assertThat(application.map("gone").getMetadata().getDeletionTimestamp()).isNull();
  }

  @Test
  void deletesTheHighestWaveFirst() {
    ApplicationUnderTest application =
        Draft.named(world(), "reverse").from("waves").cascading().createAndSync();
    application.finalizers("third", HELD);
    application.delete();
    Eventually.see(
        () ->
            assertThat(application.map("third").getMetadata().getDeletionTimestamp()).isNotNull());
    assertThat(application.map("second").getMetadata().getDeletionTimestamp()).isNull();
    assertThat(application.isGone()).isFalse();
    application.finalizers("third");
    Eventually.see(() -> assertThat(application.isGone()).isTrue());
    assertThat(application.map("first")).isNull();
  }

  @Test
  void keepsWhatSaysSo() {
    ApplicationUnderTest application =
        Draft.named(world(), "kept").from("kept").cascading().createAndSync();
    application.delete();
    Eventually.see(() -> assertThat(application.isGone()).isTrue());
    assertThat(application.map("kept")).isNotNull();
    assertThat(application.map("gone")).isNull();
  }

  @Test
  void leavesDefinitions() {
    ApplicationUnderTest application =
        Draft.named(world(), "definitions").from("definition").cascading().createAndSync();
    application.delete();
    Eventually.see(() -> assertThat(application.isGone()).isTrue());
    assertThat(
            application
                .client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("keels.argocd-contract.slipway.dev")
                .get())
        .isNotNull();
  }

  @Test
  void givesUpWithoutDeletingWhereTheClusterIsUnknown() {
    world().client().resource(Clusters.named("removal-contract")).create();
    ApplicationUnderTest application =
        Draft.named(world(), "orphaned")
            .from("kept")
            .to("removal-contract")
            .cascading()
            .createAndSync();
    world().client().resource(Clusters.named("removal-contract")).delete();
    application.delete();
    Eventually.see(() -> assertThat(application.isGone()).isTrue());
    assertThat(application.map("gone").getMetadata().getDeletionTimestamp()).isNull();
  }
}
