package dev.slipway.starter.process;

import java.io.PrintStream;

/** Six verbs for people, all on stderr. */
public final class Console {
  private final PrintStream err;

  Console(PrintStream err) {
    this.err = err;
  }

  public void action(String text) {
    print("►", text);
  }

  public void made(String text) {
    print("✚", text);
  }

  public void waiting(String text) {
    print("◎", text);
  }

  public void success(String text) {
    print("✔", text);
  }

  public void warning(String text) {
    print("⚠", text);
  }

  public void failure(String text) {
    print("✗", text);
  }

  /** A step, behind the mark for where it stands. */
  public void step(String mark, String text) {
    print(mark, text);
  }

  /** More about the line before. */
  public void more(String text) {
    print(" ", text);
  }

  private void print(String verb, String text) {
    String[] lines = text.split("\n", -1);
    err.println(verb + " " + lines[0]);
    for (int i = 1; i < lines.length; i++) {
      err.println("  " + lines[i]);
    }
    err.flush();
  }
}
