package dev.slipway.starter.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.starter.CommandFailure;
import dev.slipway.starter.Console;
import dev.slipway.starter.ExitCode;
import dev.slipway.starter.Surroundings;
import dev.slipway.starter.view.PlanText;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.approval.Plan;
import java.util.Locale;

/** Puts plans to a person, and decisions to a run. */
public final class Approvals {
  private final Runs runs;
  private final Surroundings surroundings;
  private final String approver;
  private final boolean agreed;
  private String offered = "";

  /**
   * @param approver the name to decide under, a claim
   * @param agreed whether every plan is approved without asking
   */
  public Approvals(Runs runs, Surroundings surroundings, String approver, boolean agreed) {
    this.runs = runs;
    this.surroundings = surroundings;
    this.approver = approver;
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
      tell(run, plan, decision("approve", plan.digest(), "approved with --yes"));
      return;
    }
    String answer = surroundings.hasTerminal() ? ask() : "";
    if (answer.startsWith("y")) {
      tell(run, plan, decision("approve", plan.digest(), null));
    } else if (answer.startsWith("n")) {
      tell(run, plan, decision("reject", plan.digest(), null));
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
    String target = " -w " + run.workflowId() + " --digest " + plan.digest().substring(0, 12);
    Console console = surroundings.console();
    console.waiting("The plan waits for a decision. From any terminal:");
    console.more("slipway approve" + target);
    console.more("slipway reject" + target);
  }

  // Somebody else may have been faster, or the world may have changed: the run goes on anyway.
  private void tell(RunState run, Plan plan, ObjectNode decision) {
    try {
      Decision taken = runs.decide(run, decision);
      surroundings.console().success(words(taken));
    } catch (CommandFailure e) {
      boolean mayNot = e.getMessage().startsWith("NOT_AN_APPROVER");
      if (e.exitCode() != ExitCode.REFUSED || (mayNot && agreed)) {
        throw e;
      }
      surroundings.console().warning(e.getMessage());
      if (mayNot) {
        invite(run, plan);
      }
    }
  }

  /** One decision for Update {@code decide}; comment and digest may be null. */
  public ObjectNode decision(String verdict, String digest, String comment) {
    ObjectNode decision = JsonNodeFactory.instance.objectNode();
    decision.put("verdict", verdict).put("approver", approver);
    if (comment != null) {
      decision.put("comment", comment);
    }
    if (digest != null) {
      decision.put("planDigest", digest);
    }
    return decision;
  }

  public static String words(Decision decision) {
    return decision.verdict().name().toLowerCase(Locale.ROOT)
        + " by "
        + decision.approver()
        + ", plan "
        + decision.planDigest().substring(0, Math.min(12, decision.planDigest().length()));
  }
}
