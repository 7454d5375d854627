package dev.slipway.e2e.approval;

import static dev.slipway.e2e.approval.Untouched.assertNothingWritten;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.BedExtension;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.bed.aws.AwsCall;
import dev.slipway.e2e.bed.process.Await;
import dev.slipway.e2e.bed.process.Modules;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A state that somebody types in as second argument gets nobody past the decision. */
@ExtendWith(BedExtension.class)
@Tag("core")
final class ForgedStateE2E {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String APPROVED = approved();

  @Test
  void aPlainStartIsRefused(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();

    assertRefused(platform.operator().startCarrying(APPROVED).ending(SOON));

    assertUntouched(bed, alpha);
  }

  /** Each run of a cron has the input of the first, and names the run before as continued. */
  @Test
  void everyRunOfACronIsRefused(Bed bed) {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    platform.slipway().worker();

    Run cron = platform.operator().startCarrying(APPROVED, "--cron", "@every 1s");
    Await.until("the cron has run thrice", SOON, () -> cron.histories().size() > 3);
    cron.terminate();

    cron.histories().stream().limit(3).map(Ending::of).forEach(ForgedStateE2E::assertRefused);
    assertUntouched(bed, alpha);
  }

  /** The Temporal CLI cannot ask for retries; a program can. */
  @Test
  void aRetryAfterARunTimedOutIsRefused(Bed bed) throws JsonProcessingException {
    Cluster alpha = bed.cluster("alpha");
    Platform platform = Platform.on(bed, alpha);
    Operator operator = platform.operator();

    startWithRetries(bed, operator);
    Run run = operator.run();
    Await.until("the first run has timed out", SOON, () -> run.histories().size() == 2);
    platform.slipway().worker();

    assertRefused(run.ending(SOON));
    assertUntouched(bed, alpha);
  }

  /** The state that the fast tests forge, too. */
  private static String approved() {
    Path file = Modules.folder("workflows").resolve("src/test/resources/forged-state.json");
    try {
      return Files.readString(file)
          .replace("<region>", "us-west-2")
          .replace("<cluster>", "alpha")
          .replace("<digest>", "0123456789abcdef");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void startWithRetries(Bed bed, Operator operator) throws JsonProcessingException {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(bed.temporal().address()).build());
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(operator.run().workflowId())
            .setTaskQueue("slipway")
            .setWorkflowRunTimeout(Duration.ofSeconds(20))
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(5).build())
            .build();
    try {
      JsonNode request = new ObjectMapper().readTree(operator.request());
      JsonNode state = new ObjectMapper().readTree(APPROVED);
      WorkflowClient.newInstance(stubs)
          .newUntypedWorkflowStub("InstallPlatform", options)
          .start(request, state);
    } finally {
      stubs.shutdownNow();
    }
  }

  private static void assertRefused(Ending ending) {
    assertThat(ending.type()).as(ending.toString()).isEqualTo("INVALID_STATE");
    assertThat(ending.message()).startsWith("the second argument is reserved");
  }

  private static void assertUntouched(Bed bed, Cluster cluster) {
    assertThat(bed.aws().calls(AwsCall::isWrite)).as("writes to AWS").isEmpty();
    assertNothingWritten(cluster);
  }
}
