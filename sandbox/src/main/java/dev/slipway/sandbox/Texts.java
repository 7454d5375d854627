package dev.slipway.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.install.InstallReport;
import java.time.Duration;

/** The first screen, the last, and what is said between. */
final class Texts {
  private final Screen screen;
  private final boolean temporalIsInside;

  Texts(Screen screen, boolean temporalIsInside) {
    this.screen = screen;
    this.temporalIsInside = temporalIsInside;
  }

  void first() {
    screen.title("Slipway demo");
    screen.text("Installs the CNOE platform on a cluster that does not exist.");
    real();
  }

  void request(ObjectNode request, TemporalServer temporal) {
    screen.title("The request");
    screen.verbatim(request.toPrettyString());
    screen.text("It is started as this command would start it:");
    screen.verbatim(
        """
        temporal workflow start --address %s --namespace %s \\
          --type InstallPlatform --task-queue %s \\
          --workflow-id '%s' --input-file request.json"""
            .formatted(
                temporal.address(),
                temporal.namespace(),
                request.path("taskQueue").asText(),
                DemoRequest.CLUSTER.workflowId()));
    screen.text("Join in from another terminal while it runs:");
    screen.verbatim(
        """
        temporal workflow query --address %s --namespace %s \\
          --workflow-id '%s' --type progress"""
            .formatted(temporal.address(), temporal.namespace(), DemoRequest.CLUSTER.workflowId()));
  }

  void crash(long pid) {
    screen.title("The crash");
    screen.failure(
        "kill -9 %d: the worker dies in the middle of a step. Temporal keeps what it had done."
            .formatted(pid));
  }

  void last(InstallReport report, Duration took) {
    screen.title("Installed");
    screen.success(
        "%d applications are up on %s after %d s; the worker was killed once."
            .formatted(report.applications().size(), report.cluster(), took.toSeconds()));
    report
        .releases()
        .forEach(
            release ->
                screen.text(
                    "Helm release %s (stand-in), chart version %s"
                        .formatted(release.name(), release.chartVersion())));
    report.warnings().forEach(screen::warning);
    screen.text("The URLs; on a real cluster they would answer:");
    report.urls().forEach(probe -> screen.text(probe.url() + (probe.answered() ? " answers" : "")));
    screen.title("What this was");
    real();
  }

  private void real() {
    screen.success(
        "Real: workflow, approval, timers, retries, activities, AWS SDK and Kubernetes client,"
            + " the worker process, packages/, rendering with Helm's engine.");
    screen.warning(
        "Stand-ins in this process: AWS, the Kubernetes API, Argo CD, External Secrets, the Git"
            + " and chart repositories. Nothing is really deployed, and Helm only renders:"
            + " argo-cd and external-secrets are sketches of those charts.");
    screen.text(
        temporalIsInside
            ? "Temporal is the SDK's in-memory server; set TEMPORAL_ADDRESS to use another."
            : "Temporal is the server that your environment names.");
  }
}
