package dev.slipway.workflows.packages;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Go templates over the cluster secret read of it. */
public final class TemplateReferences {
  static final Pattern ACTION =
      Pattern.compile(
          "\\{\\{(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|`[^`]*+`|[^}\"`]++|}(?!}))*+}}",
          Pattern.DOTALL);
  private static final Pattern COMMENT =
      Pattern.compile("\\{\\{-?\\s*/\\*.*?\\*/\\s*-?}}", Pattern.DOTALL);
  private static final Pattern METADATA =
      Pattern.compile("(?<![\\w)\\]])\\$?\\.metadata\\.(labels|annotations)\\.([A-Za-z_]\\w*)");
  private static final Pattern INDEX =
      Pattern.compile("\\bindex\\s+\\$?\\.metadata\\.(labels|annotations)\\s+[\"`]([^\"`]+)[\"`]");
  private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`");
  private static final Pattern ROOT = Pattern.compile("(?<![\\w)\\]$.])\\$?\\.([A-Za-z_]\\w*)");
  private static final Pattern BLOCK = Pattern.compile("\\{\\{-?\\s*(with|range|define|block)\\b");

  private TemplateReferences() {}

  /** A label or an annotation of the cluster secret. */
  public record Reference(String kind, String key) {
    private static Reference of(MatchResult match) {
      return new Reference(match.group(1), match.group(2));
    }
  }

  /**
   * The labels and annotations that are read. One that is read by {@code index} with a {@code
   * default} may be missing and does not count.
   */
  public static Set<Reference> metadata(String template) {
    Set<Reference> found = new LinkedHashSet<>();
    for (String action : actions(template)) {
      METADATA.matcher(action).results().map(Reference::of).forEach(found::add);
      if (!action.matches("(?s).*\\bdefault\\b.*")) {
        INDEX.matcher(action).results().map(Reference::of).forEach(found::add);
      }
    }
    return found;
  }

  /** First names of what is read of the root; none where a block changes what the dot means. */
  public static Set<String> roots(String template) {
    Set<String> roots = new LinkedHashSet<>();
    if (BLOCK.matcher(template).find()) {
      return roots;
    }
    for (String action : actions(template)) {
      String code = TEXT.matcher(action).replaceAll("\"\"");
      ROOT.matcher(code).results().map(match -> match.group(1)).forEach(roots::add);
    }
    return roots;
  }

  /** The same with blanks in place of comments. */
  static String withoutComments(String template) {
    return COMMENT
        .matcher(template)
        .replaceAll(comment -> comment.group().replaceAll("[^\\n]", " "));
  }

  static Set<String> actions(String template) {
    Set<String> actions = new LinkedHashSet<>();
    ACTION
        .matcher(withoutComments(template))
        .results()
        .map(MatchResult::group)
        .forEach(actions::add);
    return actions;
  }
}
