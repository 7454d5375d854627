package dev.slipway.starter.view;

import dev.slipway.workflows.approval.Plan;
import dev.slipway.workflows.contract.PreflightActivities.Change;
import dev.slipway.workflows.contract.PreflightActivities.Finding;
import dev.slipway.workflows.platform.PlatformConfig;
import java.util.ArrayList;
import java.util.List;

/** A plan as an approver reads it: nothing is cut off. */
public final class PlanText {
  private PlanText() {}

  public static List<String> of(Plan plan) {
    PlatformConfig config = plan.platform().config();
    List<String> lines = new ArrayList<>();
    lines.add("The plan for " + plan.platform().target().cluster());
    lines.add("  domain      " + config.domain() + " in zone " + config.route53HostedZoneId());
    lines.add("  routing     " + (config.pathRouting() ? "by path" : "by domain name"));
    lines.add("  auto mode   " + (config.autoMode() ? "on" : "off"));
    lines.add("  packages    " + config.repo().url() + " at " + config.repo().revision());
    lines.add("  secrets     " + config.secretPrefix() + "/…");
    lines.add("Changes");
    plan.changes().forEach(change -> lines.add(change(change)));
    plan.warnings().forEach(warning -> lines.add(warning(warning)));
    lines.add("Digest " + plan.digest());
    return lines;
  }

  private static String change(Change change) {
    String detail = change.detail() == null || change.detail().isEmpty() ? "" : ": ";
    return "  "
        + mark(change.action())
        + " "
        + change.object()
        + detail
        + (change.detail() == null ? "" : change.detail());
  }

  private static String mark(Change.Action action) {
    return switch (action) {
      case CREATE -> "create";
      case CHANGE -> "change";
      case LEAVE -> "leave ";
      case DELETE -> "DELETE";
    };
  }

  private static String warning(Finding finding) {
    return "⚠ " + finding.subject() + ": " + finding.message();
  }
}
