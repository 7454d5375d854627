package dev.slipway.workflows.approval;

import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Plan;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/** Markdown that shows a plan and the exact command to answer with. */
final class Invitation {
  private Invitation() {}

  static String to(Plan plan, ApprovalPolicy policy) {
    WorkflowInfo info = Workflow.getInfo();
    String command =
        "temporal workflow signal --namespace %s --workflow-id '%s' --input '%s' --name "
            .formatted(info.getNamespace(), info.getWorkflowId(), answer(plan, policy));
    StringBuilder text = new StringBuilder("To agree:\n\n```\n");
    text.append(command).append("approve").append("\n```\n\nTo refuse:\n\n```\n");
    text.append(command).append("reject").append("\n```\n\nThe plan rests on\n\n");
    plan.facts().forEach(fact -> text.append("- %s: %s\n".formatted(fact.name(), fact.value())));
    text.append("\nand would\n\n");
    plan.changes().forEach(change -> text.append("- ").append(line(change)).append('\n'));
    plan.warnings().forEach(warning -> text.append("- ⚠ ").append(warning).append('\n'));
    return text.toString();
  }

  private static String line(Change change) {
    String what = change.action() + " " + change.object();
    return change.detail() == null ? what : what + ": " + change.detail();
  }

  private static String answer(Plan plan, ApprovalPolicy policy) {
    String name = policy.approvers().isEmpty() ? "YOUR NAME" : policy.approvers().get(0);
    return "{\"approver\":\"%s\",\"planDigest\":\"%s\"}".formatted(name, plan.digest());
  }
}
