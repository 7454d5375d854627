package dev.slipway.workflows.progress;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;

/** The progress as Markdown for the Temporal UI. */
final class Details {
  private Details() {}

  static String of(Progress progress, String invitation, Picture picture) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(progress.cluster()).append("**: ").append(progress.statusTitle());
    text.append("\n\n");
    if (!invitation.isEmpty()) {
      text.append(invitation).append("\n\n");
    }
    progress.steps().forEach(step -> appendStep(text, step));
    appendApplications(text, progress.applications(), picture);
    if (progress.failure() != null) {
      text.append("\n**Failed:** ").append(progress.failure()).append('\n');
    }
    if (!progress.notes().isEmpty()) {
      text.append("\nNotes\n\n");
      progress.notes().forEach(note -> text.append("- ").append(note).append('\n'));
    }
    return text.toString();
  }

  private static void appendStep(StringBuilder text, StepState step) {
    text.append("- ").append(step.mark()).append(' ').append(step.title());
    if (step.detail() != null) {
      text.append(": ").append(step.detail());
    }
    text.append('\n');
  }

  private static void appendApplications(
      StringBuilder text, Progress.Count count, Picture picture) {
    if (picture == null) {
      return;
    }
    text.append('\n').append(count.up()).append(" of ").append(count.expected());
    text.append(" applications are up\n\n");
    picture.applications().stream()
        .filter(application -> !application.isUp())
        .forEach(application -> text.append("- ").append(line(application)).append('\n'));
  }

  private static String line(Application application) {
    return application.name() + ": " + application.sync() + ", " + application.health();
  }
}
