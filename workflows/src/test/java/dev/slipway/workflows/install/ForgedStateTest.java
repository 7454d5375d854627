package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.world.FakeWorld;
import io.temporal.common.RetryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second argument that somebody else made gets nobody past the decision. */
@Timeout(60)
class ForgedStateTest {
  private static final JsonNode REQUEST = InstallHarness.json(InstallHarness.request(""));

  private final InstallHarness install = new InstallHarness();

  @AfterEach
  void close() {
    install.close();
  }

  /** A whole state of a run whose plan was approved: what an insider could copy from a history. */
  private static ObjectNode approved() {
    try {
      String state =
          Files.readString(Path.of("src/test/resources/forged-state.json"))
              .replace("<region>", "eu-west-3")
              .replace("<cluster>", "idp")
              .replace("<digest>", "d1ce57000001");
      return (ObjectNode) InstallHarness.json(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startForeign(JsonNode carried) {
    ForeignWorkflow.start(install, REQUEST, carried, FakeWorld.untouched());
  }

  private void assertWaitsUntouched() {
    assertThat(install.status()).isEqualTo("AWAITING_APPROVAL");
    assertThat(install.world.done()).isEmpty();
  }

  private void assertEndedUntouched() {
    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("INVALID_STATE");
    assertThat(failure.getOriginalMessage()).startsWith("the second argument is");
    assertThat(install.world.done()).isEmpty();
  }

  @Test
  void endsAPlainStart() {
    install.startAs("InstallPlatform", InstallHarness.options().build(), REQUEST, approved());

    assertEndedUntouched();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "\"x\"", "{\"state\":null}", "{\"state\":{}}"})
  void endsAForeignContinuationWithNoState(String nonsense) {
    startForeign(InstallHarness.json(nonsense));

    assertEndedUntouched();
  }

  @Test
  void putsThePlanUpAgainForAForeignContinuation() {
    startForeign(approved());

    assertWaitsUntouched();
    assertThat(install.query("plan").at("/facts/0/value").asText()).isEqualTo("idp.example.org");
    assertThat(install.notes())
        .contains(
            "Plan d1ce57000001 no longer counts: the cluster is not claimed under it"
                + ", so a new plan is made");
  }

  @Test
  void putsThePlanUpAgainWhereTheLeaseIsUnderAnotherPlan() {
    install.world.lease().heldUnder("d1ce57000002");

    startForeign(approved());

    assertWaitsUntouched();
  }

  @Test
  void asksTheWorkersThatWouldWorkAndNotThoseThatTheForeignRunNames() {
    FakeWorld liars = FakeWorld.untouched();
    liars.lease().heldUnder("d1ce57000001");
    JsonNode theirQueue =
        InstallHarness.json(InstallHarness.request("\"taskQueue\":\"elsewhere\""));

    ForeignWorkflow.start(install, theirQueue, approved(), liars);

    assertThat(install.world.done()).isEmpty();
    assertThat(install.notes())
        .anyMatch(note -> note.startsWith("Plan d1ce57000001 no longer counts"));
  }

  @Test
  void putsThePlanUpAgainWhereTheStateIsOfAnotherCluster() {
    install.world.lease().heldUnder("d1ce57000001");
    ObjectNode state = approved();
    ((ObjectNode) state.at("/state/request/target/cluster")).put("name", "other");

    startForeign(state);

    assertWaitsUntouched();
  }

  @Test
  void doesNotLetAForeignStateProlongTheDeadline() {
    startForeign(approved());

    install.pass(Duration.ofDays(3).plusMinutes(1));

    assertThat(install.failure().getType()).isEqualTo("DEADLINE_PASSED");
  }

  @Test
  void endsARetryAfterARunTimedOut() {
    var twice = RetryOptions.newBuilder().setMaximumAttempts(2).build();
    var options =
        InstallHarness.options()
            .setWorkflowRunTimeout(Duration.ofSeconds(5))
            .setRetryOptions(twice);
    install.worker.suspendPolling();
    install.startAs("InstallPlatform", options.build(), REQUEST, approved());
    install.pass(Duration.ofSeconds(20));
    install.worker.resumePolling();

    assertEndedUntouched();
  }
}
