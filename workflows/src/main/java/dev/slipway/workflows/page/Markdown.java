package dev.slipway.workflows.page;

import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Markdown whose foreign texts stay what they are: a star or a backtick in a name changes nothing.
 */
public final class Markdown {
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  // An underscore inside a word, as in ACCESS_DENIED, means nothing.
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]<>&|~#]|(?<!\\p{Alnum})_|_(?!\\p{Alnum})");
  // What would begin a list or underline a heading.
  private static final Pattern BEGINNING = Pattern.compile("^(\\d*)([-+=.)])");
  // Line breaks, and what would hide or turn text around.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

  private final StringBuilder text = new StringBuilder();

  /** Words of our own, with Markdown in them. */
  public Markdown paragraph(String markdown) {
    return markdown.isEmpty() ? this : block(markdown);
  }

  /** Nothing for no items: a heading without its list would say the wrong thing. */
  public Markdown list(String heading, Collection<String> items) {
    if (items.isEmpty()) {
      return this;
    }
    block("**" + heading + "**");
    return block("- " + String.join("\n- ", items));
  }

  /** Text to copy, line by line as it is. */
  public Markdown copied(String lines) {
    String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
    return block(fence + "\n" + lines + "\n" + fence);
  }

  /** Somebody else's words on one line, shown as they are. */
  public static String plain(String foreign) {
    String escaped = SPECIAL.matcher(line(foreign).strip()).replaceAll("\\\\$0");
    return BEGINNING.matcher(escaped).replaceFirst("$1\\\\$2");
  }

  /** Somebody else's name or value on one line, set apart and shown as it is. */
  public static String code(String foreign) {
    String line = line(foreign);
    String fence = "`".repeat(longestRun(line) + 1);
    // A span may not begin or end with a backtick, and one with nothing in it is none.
    boolean padded = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    return padded ? fence + " " + line + " " + fence : fence + line + fence;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private Markdown block(String markdown) {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    text.append(markdown);
    return this;
  }

  private static String line(String foreign) {
    return UNPRINTABLE.matcher(foreign).replaceAll(" ");
  }

  private static int longestRun(String content) {
    return BACKTICKS
        .matcher(content)
        .results()
        .map(MatchResult::group)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
