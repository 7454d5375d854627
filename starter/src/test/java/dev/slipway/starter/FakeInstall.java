package dev.slipway.starter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.config.ConfigReader;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.install.InstallRequest;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.PlatformUrls;
import dev.slipway.workflows.platform.PlatformUrls.PlatformUrl;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stands in for the install: plans, waits for a decision, shows two applications, ends. Cluster
 * {@code doomed} fails with an application that never came.
 */
public final class FakeInstall implements InstallPlatform {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  private static final String DIGEST =
      "5f2b0c7d91ae34680f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef";

  private InstallRequest request;
  private Plan plan;
  private Decision decision;
  private RunStatus status = RunStatus.RUNNING;
  private boolean keycloakUp;
  private String failure;

  @Override
  public InstallReport install(JsonNode input, JsonNode carried) {
    request = InstallRequest.parse(input);
    plan = plan(request.target().cluster());
    if (request.approval().required()) {
      awaitDecision(request.approval().deadline());
    }
    status = RunStatus.RUNNING;
    Workflow.sleep(Duration.ofMillis(300));
    return end(request.target().cluster());
  }

  private static Plan plan(ClusterId cluster) {
    return new Plan(
        cluster,
        List.of(new Fact("domain", "cnoe.example.com"), new Fact("auto_mode", "true")),
        List.of(new Change("CREATE", "release argocd", "chart argo-cd 9.5.0")),
        List.of(new Finding("zone", "is shared with others")),
        DIGEST);
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

  private InstallReport end(ClusterId cluster) {
    if (cluster.name().equals("doomed")) {
      failure = "keycloak-doomed: Unknown, Healthy";
      status = RunStatus.FAILED;
      throw FailureType.APPLICATIONS_NOT_HEALTHY.failure(failure);
    }
    keycloakUp = true;
    status = RunStatus.SUCCEEDED;
    return new InstallReport(
        cluster.toString(),
        plan.digest(),
        decision == null ? null : decision.approver(),
        List.of(),
        List.of("argocd-idp", "keycloak-idp"),
        List.of(new Probe("https://cnoe.example.com", true, "200")),
        List.of(),
        List.of());
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
            START);
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
        failure);
  }

  private StepState state(InstallLine line) {
    StepState pending = StepState.pending(line);
    InstallLine now = decision == null ? InstallLine.APPROVAL : InstallLine.CLAIM_CLUSTER;
    if (line.compareTo(now) < 0 || status == RunStatus.SUCCEEDED) {
      return pending
          .running(START)
          .ended(StepStatus.DONE, START.plusSeconds(7), /* lastWord= */ null);
    }
    return line == now ? pending.running(START) : pending;
  }

  @Override
  public List<PlatformUrl> urls() {
    return plan == null ? List.of() : PlatformUrls.of(ConfigReader.read(request.config()).config());
  }

  @Override
  public Picture applications() {
    return new Picture(
        START,
        "outline",
        "digest",
        List.of(
            new Application(
                "argocd-idp", "argocd", "Synced", "Healthy", "Succeeded", false, true, null, null),
            new Application(
                "keycloak-idp",
                "keycloak",
                "Synced",
                keycloakUp ? "Healthy" : "Progressing",
                "Succeeded",
                false,
                true,
                null,
                keycloakUp ? null : "waiting for the StatefulSet")));
  }
}
