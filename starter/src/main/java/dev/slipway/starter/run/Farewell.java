package dev.slipway.starter.run;

import dev.slipway.starter.process.Surroundings;
import dev.slipway.workflows.people.RunState;

/** Says at Ctrl-C that the run goes on, until closed. */
final class Farewell implements AutoCloseable {
  private final Thread words;

  Farewell(Surroundings surroundings, RunState run) {
    words = new Thread(() -> sayThatItGoesOn(surroundings, run));
    Runtime.getRuntime().addShutdownHook(words);
  }

  private static void sayThatItGoesOn(Surroundings surroundings, RunState run) {
    surroundings.console().waiting("The run goes on by itself. Look with:");
    surroundings.console().more("slipway watch -w " + run.workflowId());
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(words);
    } catch (IllegalStateException e) {
      // The process is ending, and the farewell is being said.
    }
  }
}
