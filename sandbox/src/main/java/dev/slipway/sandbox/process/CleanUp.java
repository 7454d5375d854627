package dev.slipway.sandbox.process;

import java.util.ArrayDeque;
import java.util.Deque;

/** Everything that has to end with the demo, last one first; also on Ctrl-C. */
public final class CleanUp {
  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
  private static boolean over;

  private CleanUp() {}

  public static synchronized <T extends AutoCloseable> T later(T resource) throws Exception {
    if (over) {
      resource.close();
      throw new IllegalStateException("The demo is over");
    }
    OPEN.push(resource);
    return resource;
  }

  public static synchronized void now() {
    over = true;
    while (!OPEN.isEmpty()) {
      try {
        OPEN.pop().close();
      } catch (Exception e) {
        System.err.println("⚠ Cleaning up: " + e.getMessage());
      }
    }
  }
}
