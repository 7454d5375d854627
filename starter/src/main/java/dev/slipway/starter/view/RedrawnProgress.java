package dev.slipway.starter.view;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.progress.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** For a terminal: every picture replaces the one before. */
final class RedrawnProgress implements ProgressDisplay {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_BELOW = "\r\u001b[J";

  private final PrintStream terminal;
  private final Clock clock;
  private int drawn;

  RedrawnProgress(PrintStream terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void show(Progress progress, List<Application> applications) {
    List<String> lines = ProgressText.of(progress, applications, clock.instant());
    StringBuilder picture = new StringBuilder();
    if (drawn > 0) {
      picture.append(UP.formatted(drawn)).append(CLEAR_BELOW);
    }
    lines.forEach(line -> picture.append(line).append('\n'));
    terminal.print(picture);
    terminal.flush();
    drawn = lines.size();
  }

  @Override
  public void leave() {
    drawn = 0;
  }
}
