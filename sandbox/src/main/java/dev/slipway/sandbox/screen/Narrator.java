package dev.slipway.sandbox.screen;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.install.steps.InstallLine;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells what has changed since it looked last. */
public final class Narrator {
  private final Screen screen;
  private final Set<Told> told = new HashSet<>();
  private final Set<String> notes = new HashSet<>();
  private final Set<String> up = new HashSet<>();
  private final Set<String> retrying = new HashSet<>();

  // A run that goes on as another shows for a moment that nothing is done yet.
  private record Told(String step, String status, Instant startedAt) {}

  public Narrator(Screen screen) {
    this.screen = screen;
  }

  public int applicationsUp() {
    return up.size();
  }

  public void tell(Progress progress, Picture picture) {
    for (StepState step : progress.steps()) {
      if (step.step().equals(InstallLine.REPORT_URLS.name())) {
        tellApplications(picture, progress.applications().expected());
      }
      if (told.add(new Told(step.step(), step.status(), step.startedAt()))) {
        tell(step);
      }
    }
    tellApplications(picture, progress.applications().expected());
    progress.notes().stream().filter(notes::add).forEach(screen::text);
  }

  private void tell(StepState step) {
    StepStatus.of(step.status())
        .ifPresentOrElse(
            status -> tell(step, status),
            () -> screen.text(step.title() + " – " + step.statusTitle()));
  }

  private void tell(StepState step, StepStatus status) {
    String title = step.title();
    String detail = step.detail() == null ? "" : ": " + step.detail();
    switch (status) {
      case PENDING -> {}
      case RUNNING -> screen.action(title);
      case DONE -> screen.success(title + " – done in " + seconds(step) + detail);
      case FAILED -> screen.failure(title + detail);
      case CANCELLED -> screen.failure(title + " – cancelled");
      case SKIPPED -> screen.warning(title + " – skipped" + detail);
      case NOT_REQUIRED -> screen.text(title + " – not required");
    }
  }

  private void tellApplications(Picture picture, int expected) {
    if (picture == null) {
      return;
    }
    for (Application application : picture.applications()) {
      if (application.isUp() && up.add(application.name())) {
        screen.success(
            "%s is %s and %s (%d of %d)"
                .formatted(
                    application.name(),
                    application.sync(),
                    application.health(),
                    up.size(),
                    expected));
      }
      if (application.retrying() && retrying.add(application.name())) {
        screen.warning(application.name() + " failed to sync: " + application.message());
      }
    }
  }

  private static String seconds(StepState step) {
    long millis = Duration.between(step.startedAt(), step.finishedAt()).toMillis();
    return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }
}
