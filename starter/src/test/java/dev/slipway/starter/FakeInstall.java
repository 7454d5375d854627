package dev.slipway.starter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.approval.Decision.Verdict;
import dev.slipway.workflows.approval.Plan;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Packages;
import dev.slipway.workflows.contract.Platform;
import dev.slipway.workflows.contract.PreflightActivities.Change;
import dev.slipway.workflows.contract.PreflightActivities.Finding;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.install.InstallPlatform;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.install.InstallRequest;
import dev.slipway.workflows.platform.ConfigReader;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.RunStatus;
import dev.slipway.workflows.progress.Step;
import dev.slipway.workflows.progress.StepState;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in for the install: plans, waits for a decision, shows two applications, ends. Cluster
 * {@code doomed} fails with an application that never came.
 */
public final class FakeInstall implements InstallPlatform {
  private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

  private Plan plan;
  private Decision decision;
  private RunStatus status = RunStatus.RUNNING;
  private boolean keycloakUp;
  private String failure;

  @Override
  public InstallReport install(JsonNode input) {
    InstallRequest request = InstallRequest.parse(input);
    Platform platform =
        new Platform(
            request.target(),
            ConfigReader.read(request.config()).config(),
            new Packages("feed", null));
    plan =
        Plan.of(
            platform,
            List.of(new Change(Change.Action.CREATE, "release argocd", "chart argo-cd 9.5.0")),
            List.of(new Finding(Finding.Severity.WARNING, "zone", "is shared with others")));
    if (request.approval().required()) {
      awaitDecision(request.approval().deadline());
    }
    status = RunStatus.RUNNING;
    Workflow.sleep(Duration.ofMillis(300));
    return end(request);
  }

  private void awaitDecision(Duration deadline) {
    status = RunStatus.AWAITING_APPROVAL;
    if (!Workflow.await(deadline, () -> decision != null)) {
      throw FailureType.DEADLINE_PASSED.failure("nobody decided within " + deadline);
    }
    if (decision.verdict() == Verdict.REJECTED) {
      throw FailureType.REJECTED.failure("rejected by " + decision.approver());
    }
  }

  private InstallReport end(InstallRequest request) {
    if (request.target().cluster().name().equals("doomed")) {
      failure = "keycloak-doomed: Unknown, Healthy";
      status = RunStatus.FAILED;
      throw FailureType.APPLICATIONS_NOT_HEALTHY.failure(failure);
    }
    keycloakUp = true;
    status = RunStatus.SUCCEEDED;
    return new InstallReport(
        request.target().cluster().toString(),
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
    Verdict verdict =
        update.get("verdict").asText().equals("approve") ? Verdict.APPROVED : Verdict.REJECTED;
    decision =
        new Decision(
            verdict,
            update.get("approver").asText(),
            update.path("comment").asText(null),
            plan.digest(),
            START);
    return decision;
  }

  @Override
  public void validateDecision(JsonNode update) {
    if (!plan.hasDigest(update.path("planDigest").asText(plan.digest()))) {
      throw ApplicationFailure.newNonRetryableFailure(
          "WRONG_DIGEST: not the digest of the plan", "INVALID_REQUEST");
    }
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public Progress progress() {
    List<StepState> steps = new ArrayList<>();
    for (Step step : Step.values()) {
      steps.add(state(step));
    }
    return new Progress(
        plan == null ? "" : plan.platform().target().cluster().toString(),
        status,
        steps,
        new Progress.Count(keycloakUp ? 2 : 1, 2),
        List.of(),
        failure);
  }

  private StepState state(Step step) {
    boolean past = decision != null && step.compareTo(Step.APPROVAL) <= 0;
    if (step == Step.PREFLIGHT || past || status == RunStatus.SUCCEEDED) {
      return new StepState(step, StepState.Status.DONE, START, START.plusSeconds(7), null);
    }
    Step now = decision == null ? Step.APPROVAL : Step.CLAIM_CLUSTER;
    return step == now
        ? new StepState(step, StepState.Status.RUNNING, START, null, null)
        : new StepState(step, StepState.Status.PENDING, null, null, null);
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
