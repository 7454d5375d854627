package dev.slipway.workflows.progress;

import static dev.slipway.workflows.page.Markdown.code;
import static dev.slipway.workflows.page.Markdown.plain;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.page.Markdown;
import java.util.List;

/** Where a run stands, as a page of Markdown for the Temporal UI. */
final class Details {
  private Details() {}

  static String of(Progress progress, String invitation, Picture picture) {
    Markdown page =
        new Markdown()
            .paragraph("**%s**: %s".formatted(plain(progress.cluster()), progress.statusTitle()))
            .paragraph(invitation)
            .list("Progress", progress.steps().stream().map(Details::step).toList());
    if (picture != null) {
      Progress.Count count = progress.applications();
      String heading = count.up() + " of " + count.expected() + " applications are up";
      page.paragraph("**" + heading + "**").list("Not up yet", notUp(picture));
    }
    if (progress.failure() != null) {
      page.paragraph("**Failed:**");
      progress.failure().lines().forEach(line -> page.paragraph(plain(line)));
    }
    return page.list("Notes", progress.notes().stream().map(Markdown::plain).toList()).toString();
  }

  private static String step(StepState step) {
    String line = step.mark() + " " + plain(step.title());
    return step.detail() == null ? line : line + ": " + plain(step.detail());
  }

  private static List<String> notUp(Picture picture) {
    return picture.applications().stream()
        .filter(application -> !application.isUp())
        .map(Details::line)
        .toList();
  }

  private static String line(Application application) {
    return code(application.name())
        + ": "
        + plain(application.sync() + ", " + application.health());
  }
}
