package dev.slipway.sandbox.screen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Six verbs in 80 columns. No cursor is moved, so that a log reads the same. */
public final class Screen {
  private static final int WIDTH = 78;

  private final PrintStream out;

  public Screen(PrintStream out) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  public void action(String text) {
    verb("►", text);
  }

  public void made(String text) {
    verb("✚", text);
  }

  public void waiting(String text) {
    verb("◎", text);
  }

  public void success(String text) {
    verb("✔", text);
  }

  public void warning(String text) {
    verb("⚠", text);
  }

  public void failure(String text) {
    verb("✗", text);
  }

  public void title(String text) {
    out.println();
    out.println(text);
    out.println("─".repeat(text.length()));
  }

  /** Taken as it is: JSON, a command to copy. */
  public void verbatim(String text) {
    text.lines().forEach(line -> out.println("    " + line));
  }

  public void text(String text) {
    verb(" ", text);
  }

  public void ask(String question) {
    out.print(question);
    out.flush();
  }

  private synchronized void verb(String verb, String text) {
    StringBuilder line = new StringBuilder(verb);
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > 2) {
        out.println(line);
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    out.println(line);
  }
}
