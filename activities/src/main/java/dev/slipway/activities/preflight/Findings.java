package dev.slipway.activities.preflight;

import dev.slipway.workflows.contract.PreflightActivities.Change;
import dev.slipway.workflows.contract.PreflightActivities.Change.Action;
import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.Finding;
import dev.slipway.workflows.contract.PreflightActivities.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** What the examiners write down, in their order. Texts hold no times and no counters. */
public final class Findings {
  private final List<Change> changes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** The run would do this to an object, such as {@code secret cnoe/config}. */
  public void change(Action action, String object, String detail) {
    changes.add(new Change(action, object, detail));
  }

  /** A person should know this, and the run may go on. */
  public void warning(String subject, String message) {
    findings.add(new Finding(Severity.WARNING, subject, message));
  }

  /** The run cannot start like this. */
  public void blocker(String subject, String message) {
    findings.add(new Finding(Severity.BLOCKER, subject, message));
  }

  void addAll(Findings others) {
    changes.addAll(others.changes);
    findings.addAll(others.findings);
  }

  public Examination examination() {
    return new Examination(changes, findings);
  }

  boolean hasBlocker() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCKER);
  }
}
