package dev.slipway.starter.run;

import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Tells from look to look whether a run works under a plan that was agreed to. After a decision the
 * lines up to it run once more, and a second plan may come of it: only a line that had not begun
 * while the plan was up is work.
 */
final class WorkBegun {
  private Set<String> upToThePlan = Set.of();

  /**
   * Whether work has begun by this look.
   *
   * @param isPlanned whether there is a plan, asked until one was seen
   */
  boolean isSeenIn(Progress progress, BooleanSupplier isPlanned) {
    Set<String> begun =
        progress.steps().stream()
            .filter(step -> !step.stands(StepStatus.PENDING))
            .map(StepState::step)
            .collect(Collectors.toSet());
    boolean first = upToThePlan.isEmpty();
    if (progress.awaitsDecision() || (first && isPlanned.getAsBoolean())) {
      upToThePlan = begun;
      return false;
    }
    return !first && !upToThePlan.containsAll(begun);
  }
}
