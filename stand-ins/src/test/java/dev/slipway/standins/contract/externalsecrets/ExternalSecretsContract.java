package dev.slipway.standins.contract.externalsecrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.standins.contract.Eventually;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slipway and the packages rely on in External Secrets. */
public abstract class ExternalSecretsContract {
  private static final String FORCE = "{\"metadata\": {\"annotations\": {\"force-sync\": \"%s\"}}}";

  private SecretsUnderTest secrets;

  protected abstract ExternalSecretsWorld world();

  @BeforeEach
  void prepare() {
    secrets = new SecretsUnderTest(world());
    secrets.prepare();
    world().putSecret("contract/config", "{\"color\": \"blue\", \"deep\": {\"er\": \"sea\"}}");
  }

  @Test
  void saysThatAStoreIsValid() {
    JsonNode condition = secrets.seeStore("contract").at("/status/conditions/0");
    assertThat(condition.path("type").asText()).isEqualTo("Ready");
    assertThat(condition.path("status").asText()).isEqualTo("True");
    assertThat(condition.path("reason").asText()).isEqualTo("Valid");
  }

  @Test
  void makesASecretAndSaysSo() {
    secrets.create("made", "contract/config", "color");
    JsonNode made = secrets.seeReady("made");
    JsonNode condition = made.at("/status/conditions/0");
    assertThat(condition.path("reason").asText()).isEqualTo("SecretSynced");
    assertThat(Instant.parse(made.at("/status/refreshTime").asText())).isNotNull();
    assertThat(secrets.value("made")).isEqualTo("blue");
  }

  @Test
  void ownsItsSecretAndMarksIt() {
    secrets.create("owned", "contract/config", "color");
    secrets.seeReady("owned");
    assertThat(secrets.secret("owned").getMetadata().getLabels())
        .containsEntry("reconcile.external-secrets.io/managed", "true");
    assertThat(secrets.secret("owned").getMetadata().getOwnerReferences())
        .singleElement()
        .satisfies(owner -> assertThat(owner.getKind()).isEqualTo("ExternalSecret"));
  }

  @Test
  void readsAPropertyOfAProperty() {
    secrets.create("deep", "contract/config", "deep.er");
    secrets.seeReady("deep");
    assertThat(secrets.value("deep")).isEqualTo("sea");
  }

  @Test
  void fillsItsTemplateIn() {
    secrets.create("template", "contract/config", "color", Templates.LABEL_AND_JSON);
    secrets.seeReady("template");
    assertThat(secrets.secret("template").getMetadata().getLabels()).containsEntry("color", "blue");
    assertThat(secrets.value("template")).isEqualTo("it is \"blue\"");
  }

  @Test
  void looksAgainWhenAsked() {
    secrets.create("forced", "contract/config", "color");
    Instant before = Instant.parse(secrets.seeReady("forced").at("/status/refreshTime").asText());
    Eventually.see(() -> assertThat(Instant.now()).isAfter(before.plusSeconds(1)));
    world().putSecret("contract/config", "{\"color\": \"red\"}");
    secrets.patch("forced", FORCE.formatted("now"));
    Eventually.see(() -> assertThat(secrets.value("forced")).isEqualTo("red"));
    Eventually.see(
        () ->
            assertThat(Instant.parse(secrets.seen("forced").at("/status/refreshTime").asText()))
                .isAfter(before));
  }

  @Test
  void saysOnlyInAnEventWhyItFails() {
    secrets.create("failing", "contract/absent", "color");
    JsonNode condition = secrets.seeFailed("failing").at("/status/conditions/0");
    assertThat(condition.path("reason").asText()).isEqualTo("SecretSyncedError");
    assertThat(condition.path("message").asText())
        .isEqualTo("could not get secret data from provider");
    Eventually.see(
        () ->
            assertThat(secrets.events("failing"))
                .contains(
                    "error processing spec.data[0] (key: contract/absent), err: Secret does not exist"));
  }

  @Test
  void failsWithoutItsPropertyAndWithoutItsStore() {
    secrets.create("no-property", "contract/config", "absent");
    secrets.seeFailed("no-property");
    secrets.createFrom("absent-store", "no-store", "contract/config");
    secrets.seeFailed("no-store");
    Eventually.see(
        () ->
            assertThat(secrets.events("no-store"))
                .anyMatch(
                    event -> event.contains("could not get ClusterSecretStore \"absent-store\"")));
  }

  @Test
  void triesAgainByItself() {
    secrets.create("later", "contract/later", "color");
    secrets.seeFailed("later");
    world().putSecret("contract/later", "{\"color\": \"green\"}");
    secrets.seeReady("later");
    assertThat(secrets.value("later")).isEqualTo("green");
  }

  @Test
  void holdsItselfUntilItHasCleanedUp() {
    secrets.create("held", "contract/config", "color");
    assertThat(secrets.seeReady("held").at("/metadata/finalizers/0").asText())
        .isEqualTo("externalsecrets.external-secrets.io/externalsecret-cleanup");
    secrets.delete("held");
    Eventually.see(() -> assertThat(secrets.seen("held").isMissingNode()).isTrue());
    Eventually.see(() -> assertThat(secrets.secret("held")).isNull());
  }

  @Test
  void leavesASecretThatItDoesNotOwn() {
    secrets.create("orphan", "contract/config", "color", Templates.ORPHAN);
    secrets.seeReady("orphan");
    assertThat(secrets.secret("orphan").getMetadata().getOwnerReferences()).isEmpty();
    secrets.delete("orphan");
    Eventually.see(() -> assertThat(secrets.seen("orphan").isMissingNode()).isTrue());
    assertThat(secrets.value("orphan")).isEqualTo("blue");
  }

  @Test
  void makesASecretAgain() {
    secrets.create("again", "contract/config", "color");
    secrets.seeReady("again");
    String uid = secrets.secret("again").getMetadata().getUid();
    world().client().resource(secrets.secret("again")).delete();
    Eventually.see(() -> assertThat(secrets.secret("again")).isNotNull());
    assertThat(secrets.secret("again").getMetadata().getUid()).isNotEqualTo(uid);
  }

  @Test
  void makesPasswordsOnce() {
    secrets.createPassword("password");
    secrets.seeReady("password");
    Map<String, String> made = secrets.secret("password").getData();
    assertThat(made).containsOnlyKeys("ONE", "TWO");
    assertThat(made.get("ONE")).isNotEqualTo(made.get("TWO"));
    secrets.patch("password", FORCE.formatted("now"));
    Eventually.see(() -> secrets.seeReady("password"));
    assertThat(secrets.secret("password").getData()).isEqualTo(made);
  }
}
