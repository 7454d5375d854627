package dev.slipway.sandbox.screen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.progress.Attention;
import java.util.function.Supplier;

/** Plays the person whom a parked run waits for. */
public final class Mender {
  private final Screen screen;

  public Mender(Screen screen) {
    this.screen = screen;
  }

  /**
   * Shows what the run needs, has it mended, and answers.
   *
   * @param mend mends the cause, and says how
   */
  public void answer(PlatformRun run, Attention attention, Supplier<String> mend) {
    screen.title("Parked");
    screen.failure(attention.stepTitle() + " cannot go on, so the run waits for a person:");
    attention.words().lines().forEach(screen::text);
    screen.made(mend.get());
    screen.action("Sending signal retry, with the number of this attention");
    run.retry(
        JsonNodeFactory.instance
            .objectNode()
            .put("attention", attention.number())
            .put("name", System.getProperty("user.name"))
            .put("reason", "granted in the demo"));
    screen.title("The steps that were left");
  }
}
