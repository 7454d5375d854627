package dev.slipway.starter.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.config.ConfigReader;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.install.InstallRequest;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformUrls;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import dev.slipway.workflows.progress.Attention;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Stands in for the install: plans, waits for a decision, shows two applications, ends. Cluster
 * {@code doomed} fails with an application that never came; one that begins with {@code stuck}
 * parks with attention 3, with {@code stucktwice} once more with 4, and {@code stucklightly} may
 * skip.
 */
public final class FakeInstall implements InstallPlatform {

  private InstallRequest request;
  private Plan plan;
  private Decision decision;
  private RunStatus status = RunStatus.RUNNING;
  private boolean keycloakUp;
  private String failure;
  private Attention attention;
  private Resolution resolution;

  @Override
  public InstallReport install(JsonNode input, JsonNode carried) {
    request = InstallRequest.parse(input);
    plan = SampleRun.plan(request.target().cluster());
    if (request.approval().required()) {
      awaitDecision(request.approval().deadline());
    }
    status = RunStatus.RUNNING;
    String cluster = request.target().cluster().name();
    if (cluster.startsWith("stuck")) {
      park(3, cluster.startsWith("stucklightly"));
    }
    if (cluster.startsWith("stucktwice")) {
      park(4, /* skippable= */ false);
    }
    Workflow.sleep(Duration.ofMillis(300));
    return end(request.target().cluster());
  }

  private void awaitDecision(Duration deadline) {
    status = RunStatus.AWAITING_APPROVAL;
    if (!Workflow.await(deadline, () -> decision != null)) {
      throw FailureType.DEADLINE_PASSED.failure("nobody decided within " + deadline);
    }
    if (decision.verdict().equals("REJECTED")) {
      throw FailureType.REJECTED.failure("rejected by " + decision.approver());
    }
  }

  private void park(int number, boolean skippable) {
    attention = SampleRun.attention(number, skippable);
    resolution = null;
    status = RunStatus.NEEDS_ATTENTION;
    Workflow.await(() -> resolution != null);
    attention = null;
    status = RunStatus.RUNNING;
    if (resolution.says(Answer.ABORT)) {
      throw FailureType.ABORTED.failure(resolution.words());
    }
  }

  private InstallReport end(ClusterId cluster) {
    if (cluster.name().equals("doomed")) {
      failure = "keycloak-doomed: Unknown, Healthy";
      status = RunStatus.FAILED;
      throw FailureType.APPLICATIONS_NOT_HEALTHY.failure(failure);
    }
    keycloakUp = true;
    status = RunStatus.SUCCEEDED;
    return SampleRun.report(plan, decision);
  }

  @Override
  public void approve(JsonNode signal) {
    throw new UnsupportedOperationException("slipway sends Updates");
  }

  @Override
  public void reject(JsonNode signal) {
    throw new UnsupportedOperationException("slipway sends Updates");
  }

  @Override
  public Decision decide(JsonNode update) {
    decision =
        new Decision(
            update.get("verdict").asText().equals("approve") ? "APPROVED" : "REJECTED",
            update.get("approver").asText(),
            update.path("comment").asText(null),
            plan.digest(),
            SampleRun.START);
    return decision;
  }

  @Override
  public void validateDecision(JsonNode update) {
    List<String> approvers = request.approval().approvers();
    if (!approvers.isEmpty() && !approvers.contains(update.get("approver").asText())) {
      throw ApplicationFailure.newNonRetryableFailure(
          "NOT_AN_APPROVER: not on the list", "NOT_AN_APPROVER");
    }
    if (!plan.hasDigest(update.path("planDigest").asText(plan.digest()))) {
      throw ApplicationFailure.newNonRetryableFailure(
          "WRONG_DIGEST: not the digest of the plan", "WRONG_DIGEST");
    }
  }

  @Override
  public void retry(JsonNode signal) {
    throw new UnsupportedOperationException("slipway sends Updates");
  }

  @Override
  public void skip(JsonNode signal) {
    throw new UnsupportedOperationException("slipway sends Updates");
  }

  @Override
  public void abort(JsonNode signal) {
    throw new UnsupportedOperationException("slipway sends Updates");
  }

  @Override
  public Resolution resolve(JsonNode update) {
    resolution =
        new Resolution(
            update.get("answer").asText().toUpperCase(Locale.ROOT),
            update.get("name").asText(),
            update.path("reason").asText(null),
            update.get("attention").asInt(),
            attention.step(),
            SampleRun.START);
    return resolution;
  }

  @Override
  public void validateResolution(JsonNode update) {
    if (attention == null || update.get("attention").asInt() != attention.number()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "WRONG_ATTENTION: the run waits with another", "WRONG_ATTENTION");
    }
    if (update.get("answer").asText().equals("skip")) {
      validateSkip(update);
    }
  }

  private void validateSkip(JsonNode update) {
    if (!attention.skippable()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "NOT_SKIPPABLE: the platform needs this step", "NOT_SKIPPABLE");
    }
    if (!update.has("reason")) {
      throw ApplicationFailure.newNonRetryableFailure(
          "INVALID_ANSWER: reason is missing", "INVALID_ANSWER");
    }
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public Progress progress() {
    return new Progress(
        plan == null ? "" : plan.cluster().toString(),
        status.name(),
        status.title(),
        Stream.of(InstallLine.values()).map(this::state).toList(),
        new Progress.Count(keycloakUp ? 2 : 1, 2),
        List.of(),
        attention,
        failure);
  }

  private StepState state(InstallLine line) {
    StepState pending = StepState.pending(line);
    InstallLine now = decision == null ? InstallLine.APPROVAL : InstallLine.CLAIM_CLUSTER;
    if (line.compareTo(now) < 0 || status == RunStatus.SUCCEEDED) {
      return pending
          .running(SampleRun.START)
          .ended(StepStatus.DONE, SampleRun.START.plusSeconds(7), /* lastWord= */ null);
    }
    return line == now ? pending.running(SampleRun.START) : pending;
  }

  @Override
  public List<PlatformUrl> urls() {
    return plan == null ? List.of() : PlatformUrls.of(ConfigReader.read(request.config()).config());
  }

  @Override
  public Picture applications() {
    return SampleRun.picture(keycloakUp);
  }
}
