package dev.slipway.starter.run;

import dev.slipway.starter.process.Console;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.view.PlanText;
import dev.slipway.workflows.answers.Refusal;
import dev.slipway.workflows.answers.Refusal.Reason;
import dev.slipway.workflows.people.RunProblem;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.plan.Plan;
import java.util.Locale;

/** Puts the plans of a run to a person. */
public final class Approvals {
  private final Approver approver;
  private final Surroundings surroundings;
  private final boolean agreed;
  private String offered = "";

  /**
   * Puts plans to whoever sits here.
   *
   * @param agreed whether every plan is approved without asking
   */
  public Approvals(Approver approver, Surroundings surroundings, boolean agreed) {
    this.approver = approver;
    this.surroundings = surroundings;
    this.agreed = agreed;
  }

  /** Whether this plan was put to the person before. */
  boolean know(Plan plan) {
    return offered.equals(plan.digest());
  }

  /** Shows the plan and gets a decision where one can be had; else says how to give it. */
  void offer(RunState run, Plan plan) {
    offered = plan.digest();
    surroundings.console().action(String.join("\n", PlanText.of(plan)));
    if (agreed) {
      tell(run, plan, "approve", "approved with --yes");
      return;
    }
    String answer = surroundings.hasTerminal() ? ask() : "";
    if (answer.startsWith("y")) {
      tell(run, plan, "approve", /* comment= */ null);
    } else if (answer.startsWith("n")) {
      tell(run, plan, "reject", /* comment= */ null);
    } else {
      invite(run, plan);
    }
  }

  private String ask() {
    return surroundings
        .ask("Approve this plan? [yes / no / Enter: leave it open]")
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private void invite(RunState run, Plan plan) {
    String target = " -w " + run.workflowId() + " --digest " + plan.shortDigest();
    Console console = surroundings.console();
    console.waiting("The plan waits for a decision. From any terminal:");
    console.more("slipway approve" + target);
    console.more("slipway reject" + target);
  }

  // Somebody else may have been faster, or the world may have changed: the run goes on anyway.
  private void tell(RunState run, Plan plan, String verdict, String comment) {
    try {
      surroundings
          .console()
          .success(Approver.words(approver.decide(run, verdict, plan.digest(), comment)));
    } catch (RunProblem e) {
      boolean mayNot = mayNot(e);
      if (e.kind() != RunProblem.Kind.REFUSED || (mayNot && agreed)) {
        throw e;
      }
      surroundings.console().warning(e.getMessage());
      if (mayNot) {
        invite(run, plan);
      }
    }
  }

  private static boolean mayNot(RunProblem e) {
    return e.refusal().map(Refusal::reason).filter(Reason.NOT_AN_APPROVER::equals).isPresent();
  }
}
