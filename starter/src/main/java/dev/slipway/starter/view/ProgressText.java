package dev.slipway.starter.view;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.progress.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run's progress as lines of at most 80 columns. */
public final class ProgressText {
  private static final int WIDTH = 80;
  private static final int TITLE = 46;
  private static final int MOST_APPLICATIONS = 8;

  private ProgressText() {}

  /** All steps, what is not up yet, and the newest notes. */
  public static List<String> of(Progress progress, List<Application> applications, Instant now) {
    List<String> lines = new ArrayList<>();
    String cluster = progress.cluster().isEmpty() ? "" : progress.cluster() + ": ";
    lines.add(cluster + progress.statusTitle());
    progress.steps().forEach(step -> lines.add(step(step, now)));
    if (progress.applications().expected() > 0) {
      lines.add(count(progress.applications()));
      lines.addAll(notUp(applications));
    }
    progress.notes().stream()
        .skip(Math.max(0, progress.notes().size() - 3))
        .forEach(note -> lines.add("⚠ " + note));
    return lines.stream().map(ProgressText::fit).toList();
  }

  private static String step(StepState step, Instant now) {
    String title = "  " + step.mark() + " " + step.title();
    String time = duration(step, now);
    String word = word(step);
    if (time.isEmpty() && word.isEmpty()) {
      return title;
    }
    String padding = " ".repeat(Math.max(1, TITLE - title.length()));
    return title + padding + "%7s".formatted(time) + (word.isEmpty() ? "" : "  " + word);
  }

  private static List<String> notUp(List<Application> applications) {
    List<String> names =
        applications.stream().filter(it -> !it.isUp()).map(ProgressText::application).toList();
    List<String> lines = new ArrayList<>();
    names.stream().limit(MOST_APPLICATIONS).forEach(line -> lines.add("    ◎ " + line));
    if (names.size() > MOST_APPLICATIONS) {
      lines.add("      and " + (names.size() - MOST_APPLICATIONS) + " more");
    }
    return lines;
  }

  static String application(Application application) {
    String state = application.name() + ": " + application.sync() + ", " + application.health();
    String why = application.error() == null ? application.message() : application.error();
    return why == null ? state : state + ", " + why.replace('\n', ' ');
  }

  static String count(Progress.Count count) {
    return count.up() + " of " + count.expected() + " applications are up";
  }

  /** What there is to say of a step; its status where the mark alone would not tell. */
  static String word(StepState step) {
    String detail = step.detail() == null ? "" : step.detail();
    if (!step.stands(StepStatus.CANCELLED) && !step.stands(StepStatus.NOT_REQUIRED)) {
      return detail;
    }
    return detail.isEmpty() ? step.statusTitle() : step.statusTitle() + ", " + detail;
  }

  static String duration(StepState step, Instant now) {
    if (step.startedAt() == null) {
      return "";
    }
    Instant end = step.finishedAt() == null ? now : step.finishedAt();
    return duration(Duration.between(step.startedAt(), end));
  }

  /** Such as {@code 7s}, {@code 2m05s} or {@code 26h03m}. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return "%dm%02ds".formatted(seconds / 60, seconds % 60);
    }
    return "%dh%02dm".formatted(seconds / 3600, seconds / 60 % 60);
  }

  static String fit(String line) {
    String one = line.replace('\n', ' ');
    return one.length() <= WIDTH ? one : one.substring(0, WIDTH - 1) + "…";
  }
}
