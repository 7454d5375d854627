package dev.slipway.sandbox.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.install.InstallReport;
import java.time.Duration;

/** The first screen, the last, and what is said between. */
public final class Texts {
  /** Where the run can be found. */
  public record Address(String server, String namespace, String workflowId) {}

  private final Screen screen;
  private final boolean temporalIsInside;

  public Texts(Screen screen, boolean temporalIsInside) {
    this.screen = screen;
    this.temporalIsInside = temporalIsInside;
  }

  public void first() {
    screen.title("Slipway demo");
    screen.text("Installs the CNOE platform on a cluster that does not exist.");
    real();
  }

  /** What is asked for, and how anybody else would ask. */
  public void request(ObjectNode request, Address address) {
    screen.title("The request");
    screen.verbatim(request.toPrettyString());
    screen.text("It is started as this command would start it:");
    screen.verbatim(
        """
        temporal workflow start --address %s --namespace %s \\
          --type InstallPlatform --task-queue %s \\
          --workflow-id '%s' --input-file request.json"""
            .formatted(
                address.server(),
                address.namespace(),
                request.path("taskQueue").asText(),
                address.workflowId()));
    screen.text("Join in from another terminal while it runs:");
    screen.verbatim(
        """
        temporal workflow query --address %s --namespace %s \\
          --workflow-id '%s' --type progress"""
            .formatted(address.server(), address.namespace(), address.workflowId()));
  }

  /** A sync that Argo CD would have come to later. */
  public void syncAskedFor(String application, String by) {
    screen.action(
        by + " asks Argo CD to sync " + application + " now, instead of at its next retry");
  }

  public void crash(long pid) {
    screen.title("The crash");
    screen.failure(
        "kill -9 %d: the worker dies in the middle of a step. Temporal keeps what it had done."
            .formatted(pid));
  }

  public void last(InstallReport report, Duration took) {
    screen.title("Installed");
    screen.success(
        "%d applications are up on %s after %d s; the run was parked once, its worker killed once."
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
            + " and chart repositories, and what addons do once they run. Nothing is really"
            + " deployed, and Helm only renders: in place of the charts there are sketches.");
    screen.text(
        "The order of the addons is nobody's list: the stand-in Argo CD renders packages/ and"
            + " waits for what it finds there (sync waves, hooks, kinds that are not served yet,"
            + " Secrets that are not there, addresses of load balancers). The sketches say what"
            + " each chart needs; start-up times are made up. The stand-ins for Argo CD and"
            + " External Secrets pass the tests that the real ones pass.");
    screen.text(
        temporalIsInside
            ? "Temporal is the SDK's in-memory server; set TEMPORAL_ADDRESS to use another."
            : "Temporal is the server that your environment names.");
  }
}
