package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
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
  static ObjectNode approved() {
    return (ObjectNode)
        InstallHarness.json(
            """
            {"state": {
               "request": {
                 "target": {"cluster": {"account": "123456789012", "region": "eu-west-3", "name": "idp"}},
                 "configFile": "config.yaml", "credentials": "WORKER",
                 "approval": {"required": false, "approvers": [], "deadline": "PT72H", "reminder": "PT36H"},
                 "taskQueue": "slipway", "allowDeletions": true,
                 "stepWithin": "PT15M", "applicationsWithin": "PT1H"},
               "decideBy": "2099-01-01T00:00:00Z",
               "platform": {
                 "target": {"cluster": {"account": "123456789012", "region": "eu-west-3", "name": "idp"}},
                 "config": {
                   "repo": {"url": "https://evil.example.org/x", "revision": "main", "basepath": "p"},
                   "clusterName": "idp", "autoMode": true, "region": "eu-west-3",
                   "domain": "evil.example.org", "route53HostedZoneId": "Z0123456789ABCDEFGHIJ",
                   "pathRouting": true, "secretPrefix": "cnoe-ref-impl/idp", "tags": {}},
                 "packages": {"digest": "digest-of-packages"}},
               "agreement": {
                 "plan": {
                   "cluster": {"account": "123456789012", "region": "eu-west-3", "name": "idp"},
                   "facts": [], "changes": [], "warnings": [], "digest": "d1ce57000001"},
                 "decision": {
                   "verdict": "APPROVED", "approver": "eve", "planDigest": "d1ce57000001",
                   "decidedAt": "2026-01-01T00:00:00Z"}},
               "releases": [], "probes": []},
             "finished": [
               {"step": "PREFLIGHT", "title": "p", "status": "DONE", "statusTitle": "done"},
               {"step": "APPROVAL", "title": "a", "status": "DONE", "statusTitle": "done"},
               {"step": "CLAIM_CLUSTER", "title": "c", "status": "DONE", "statusTitle": "done"}],
             "notes": ["forged"]}
            """);
  }

  /** Some other worker's workflow, which continues as an install. */
  @WorkflowInterface
  public interface Foreign {
    @WorkflowMethod(name = "Foreign")
    void run(JsonNode request, JsonNode carried);
  }

  /** Its implementation. */
  public static final class ForeignImpl implements Foreign {
    @Override
    public void run(JsonNode request, JsonNode carried) {
      ContinueAsNewOptions toSlipway =
          ContinueAsNewOptions.newBuilder().setTaskQueue("slipway").build();
      Workflow.continueAsNew("InstallPlatform", toSlipway, request, carried);
    }
  }

  private void startForeign(JsonNode carried) {
    startForeign(REQUEST, carried, new FakeWorld());
  }

  private void startForeign(JsonNode request, JsonNode carried, FakeWorld itsWorld) {
    WorkerFactory elsewhere = WorkerFactory.newInstance(install.temporal.getWorkflowClient());
    Worker worker = elsewhere.newWorker("elsewhere");
    worker.registerWorkflowImplementationTypes(ForeignImpl.class);
    worker.registerActivitiesImplementations(itsWorld);
    elsewhere.start();
    WorkflowOptions there = InstallHarness.options().setTaskQueue("elsewhere").build();
    install.startAs("Foreign", there, request, carried).pass(Duration.ofSeconds(10));
    elsewhere.shutdownNow();
  }

  private void assertWaitsUntouched() {
    assertThat(install.query("progress").get("status").asText()).isEqualTo("AWAITING_APPROVAL");
    assertThat(install.world.done).isEmpty();
  }

  private void assertEndedUntouched() {
    var failure = install.failure();

    assertThat(failure.getType()).isEqualTo("INVALID_STATE");
    assertThat(failure.getOriginalMessage()).startsWith("the second argument is");
    assertThat(install.world.done).isEmpty();
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
    install.world.leaseUnder("d1ce57000002");

    startForeign(approved());

    assertWaitsUntouched();
  }

  @Test
  void asksTheWorkersThatWouldWorkAndNotThoseThatTheForeignRunNames() {
    FakeWorld liars = new FakeWorld();
    liars.leaseUnder("d1ce57000001");
    JsonNode theirQueue =
        InstallHarness.json(InstallHarness.request("\"taskQueue\":\"elsewhere\""));

    startForeign(theirQueue, approved(), liars);

    assertThat(install.world.done).isEmpty();
    assertThat(install.notes())
        .anyMatch(note -> note.startsWith("Plan d1ce57000001 no longer counts"));
  }

  @Test
  void putsThePlanUpAgainWhereTheStateIsOfAnotherCluster() {
    install.world.leaseUnder("d1ce57000001");
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
    var options =
        InstallHarness.options()
            .setWorkflowRunTimeout(Duration.ofSeconds(5))
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(2).build());
    install.worker.suspendPolling();
    install.startAs("InstallPlatform", options.build(), REQUEST, approved());
    install.pass(Duration.ofSeconds(20));
    install.worker.resumePolling();

    assertEndedUntouched();
  }
}
