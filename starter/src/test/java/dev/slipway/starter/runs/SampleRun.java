package dev.slipway.starter.runs;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.contract.UrlActivities.Probe;
import dev.slipway.workflows.install.InstallReport;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.progress.Attention;
import java.time.Instant;
import java.util.List;

/** What {@link FakeInstall} shows of itself. */
final class SampleRun {
  static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
  private static final String DIGEST =
      "5f2b0c7d91ae34680f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef";

  private SampleRun() {}

  static Plan plan(ClusterId cluster) {
    return new Plan(
        cluster,
        List.of(new Fact("domain", "cnoe.example.com"), new Fact("auto_mode", "true")),
        List.of(new Change("CREATE", "release argocd", "chart argo-cd 9.5.0")),
        List.of(new Finding("zone", "is shared with others")),
        DIGEST);
  }

  static Attention attention(int number, boolean skippable) {
    return new Attention(
        number,
        "CREATE_CONFIG_SECRETS",
        "Creating the configuration secrets",
        "ACCESS_DENIED",
        "secret cnoe-ref-impl/idp/config: may not secretsmanager:CreateSecret",
        START,
        2,
        skippable,
        null);
  }

  static Picture picture(boolean keycloakUp) {
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

  static InstallReport report(Plan plan, Decision decision) {
    return new InstallReport(
        plan.cluster().toString(),
        plan.digest(),
        decision == null ? null : decision.approver(),
        List.of(),
        List.of("argocd-idp", "keycloak-idp"),
        List.of(new Probe("https://cnoe.example.com", true, "200")),
        List.of(),
        List.of());
  }
}
