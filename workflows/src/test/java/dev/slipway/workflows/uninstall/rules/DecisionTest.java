package dev.slipway.workflows.uninstall.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.inventory.ManifestSeen.State;
import dev.slipway.workflows.inventory.Subject;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private final InventoryOf inventory = new InventoryOf();

  @Test
  void asksAboutDeletionsInOrderThenAboutWhatStays() {
    Thing application = inventory.application("keycloak");
    inventory.deployment("keycloak", "keycloak").trackedBy(application);
    inventory.aws("secret", "acme/config");
    assertThat(inventory.plan().plan().forDecision().changes())
        .containsExactly(
            new Change(
                "DELETE",
                "Application argocd/keycloak-a",
                "Addons: keycloak: through Argo CD's finalizer, which is put on first; takes along"
                    + " 1: Deployment keycloak/keycloak"),
            new Change(
                "LEAVE",
                "secret acme/config in eu-west-3",
                "the next install can use it again (goes by secrets)"));
  }

  @Test
  void countsAndWarns() {
    Thing application = inventory.application("keycloak");
    for (String name : List.of("a", "b", "c", "d", "e", "f", "g")) {
      inventory.deployment("keycloak", name).trackedBy(application);
    }
    inventory.unread(Subject.aws("record", "Z1", ""), "ACCESS_DENIED: no");
    Plan plan = inventory.plan().plan().forDecision();
    assertThat(plan.facts())
        .containsExactly(
            new Fact("waves", "1"),
            new Fact("deleted", "1"),
            new Fact("taken along", "7"),
            new Fact("kept", "0"),
            new Fact("not looked at", "1"));
    assertThat(plan.warnings()).hasSize(1);
    assertThat(plan.changes().get(0).detail()).endsWith("Deployment keycloak/e and 2 more");
  }

  @Test
  void carriesTheDigestOfThePlan() {
    inventory.application("keycloak");
    Planned planned = inventory.plan();
    assertThat(planned.plan().digest()).hasSize(64);
    assertThat(planned.plan().forDecision().digest()).isEqualTo(planned.plan().digest());
  }

  @Test
  void hasAnotherDigestWhereAnythingDiffers() {
    inventory.aws("secret", "acme/config");
    String week = inventory.withSecrets(7).plan().plan().digest();
    String month = inventory.withSecrets(30).plan().plan().digest();
    inventory.manifest(State.INSTALLING);
    assertThat(inventory.plan().plan().digest()).isNotEqualTo(month);
    assertThat(week).isNotEqualTo(month);
  }

  @Test
  void hasTheSameDigestWhereOnlyTheWordsOfAnAnswerDiffer() {
    InventoryOf again = new InventoryOf();
    inventory.unread(Subject.aws("record", "Z1", ""), "AWS_UNAVAILABLE: request 1");
    again.unread(Subject.aws("record", "Z1", ""), "AWS_UNAVAILABLE: request 2");
    assertThat(inventory.plan().plan().digest()).isEqualTo(again.plan().plan().digest());
  }
}
