package dev.slipway.starter.view;

import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.progress.Progress;
import java.util.List;

/** Shows a run that goes on: a picture redrawn in place, or a line for each change. */
public interface ProgressDisplay {

  /**
   * Shows what is new.
   *
   * @param applications as last seen; empty before the first picture
   */
  void show(Progress progress, List<Application> applications);

  /** Leaves what was shown where it is: something else is printed next. */
  void leave();

  static ProgressDisplay in(Surroundings surroundings) {
    return surroundings.hasTerminal()
        ? new RedrawnProgress(surroundings.err(), surroundings.clock())
        : new LoggedProgress(surroundings.console(), surroundings.clock());
  }
}
