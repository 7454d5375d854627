package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.Platform;
import java.util.ArrayList;
import java.util.List;

/** What the examiners write down, in their order. Texts hold no times and no counters. */
public final class Findings {
  private final List<Change> changes = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private final List<Finding> blockers = new ArrayList<>();

  /**
   * The run would do this to an object, such as {@code secret cnoe/config}.
   *
   * @param detail null where there is nothing to say
   */
  public void change(Action action, String object, String detail) {
    changes.add(Change.of(action, object, detail));
  }

  /** A person should know this, and the run may go on. */
  public void warning(String subject, String message) {
    warnings.add(new Finding(subject, message));
  }

  /** The run cannot start like this. */
  public void blocker(String subject, String message) {
    blockers.add(new Finding(subject, message));
  }

  public List<Change> changes() {
    return List.copyOf(changes);
  }

  public List<Finding> warnings() {
    return List.copyOf(warnings);
  }

  public List<Finding> blockers() {
    return List.copyOf(blockers);
  }

  void addAll(Findings others) {
    changes.addAll(others.changes);
    warnings.addAll(others.warnings);
    blockers.addAll(others.blockers);
  }

  boolean hasBlocker() {
    return !blockers.isEmpty();
  }

  /** The plan for this platform, and what stands against it. */
  Examination examination(Platform platform) {
    Plan draft =
        new Plan(
            platform.target().cluster(),
            PlanFacts.of(platform),
            changes,
            warnings,
            /* digest= */ "");
    return new Examination(PlanDigest.stamped(draft), blockers);
  }
}
