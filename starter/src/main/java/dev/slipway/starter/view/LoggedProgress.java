package dev.slipway.starter.view;

import dev.slipway.starter.process.Console;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For a log: one line a change, nothing while nothing changes. */
final class LoggedProgress implements ProgressDisplay {
  private final Console console;
  private final Clock clock;
  private final Map<String, StepState> shown = new HashMap<>();
  private final Set<String> up = new HashSet<>();
  private List<String> notes = List.of();

  LoggedProgress(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public void show(Progress progress, List<Application> applications) {
    progress.steps().forEach(this::show);
    applications.forEach(application -> show(application, progress.applications().expected()));
    List<String> news = new ArrayList<>(progress.notes());
    news.removeAll(notes);
    news.forEach(console::warning);
    notes = progress.notes();
  }

  // A run that goes on as another shows for a moment that nothing is done yet.
  private void show(StepState step) {
    if (step.stands(StepStatus.PENDING) || step.equals(shown.put(step.step(), step))) {
      return;
    }
    String word = ProgressText.word(step);
    console.step(step.mark(), step.title() + time(step) + (word.isEmpty() ? "" : ": " + word));
  }

  // Counted here: the count of the progress is of another moment than the applications.
  private void show(Application application, int expected) {
    if (application.isUp() && up.add(application.name())) {
      console.success(
          application.name()
              + " is up; "
              + ProgressText.count(new Progress.Count(up.size(), expected)));
    } else if (!application.isUp() && up.remove(application.name())) {
      console.warning(ProgressText.application(application));
    }
  }

  private String time(StepState step) {
    String duration = ProgressText.duration(step, clock.instant());
    return step.finishedAt() == null || duration.isEmpty() ? "" : " (" + duration + ")";
  }

  @Override
  public void leave() {
    // Lines stay where they are.
  }
}
