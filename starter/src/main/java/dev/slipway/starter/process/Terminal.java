package dev.slipway.starter.process;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether a person sits at both ends. */
final class Terminal {
  private Terminal() {}

  /** The launcher knows best; without it Java is asked, which only sees stdin and stdout. */
  static boolean isThere() {
    String told = System.getProperty("slipway.terminal");
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return !dumb && (told == null ? isConsole(System.console()) : Boolean.parseBoolean(told));
  }

  // From JDK 22 on there is always a console, and only a new method tells whether it is a terminal.
  private static boolean isConsole(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
