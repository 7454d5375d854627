package dev.slipway.starter.view;

import dev.slipway.starter.Console;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.Step;
import dev.slipway.workflows.progress.StepState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For a log: one line a change, nothing while nothing changes. */
final class LoggedProgress implements ProgressDisplay {
  private final Console console;
  private final Clock clock;
  private final Map<Step, StepState> shown = new EnumMap<>(Step.class);
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

  private void show(StepState step) {
    StepState before = shown.put(step.step(), step);
    if (step.equals(before)) {
      return;
    }
    String detail = step.detail() == null ? "" : ": " + step.detail();
    String title = step.step().title();
    switch (step.status()) {
      case PENDING -> {}
      case RUNNING -> console.waiting(title + detail);
      case DONE -> console.success(title + time(step) + detail);
      case FAILED -> console.failure(title + time(step) + detail);
    }
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
    return " (" + ProgressText.duration(step, clock.instant()) + ")";
  }

  @Override
  public void leave() {
    // Lines stay where they are.
  }
}
