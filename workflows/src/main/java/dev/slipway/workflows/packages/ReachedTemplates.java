package dev.slipway.workflows.packages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart's templates without the helpers that nothing renders: pure. A helper counts only where a
 * file that renders reaches it, and not behind a switch that no values turn on; where a name is
 * computed, every helper counts.
 */
public final class ReachedTemplates {
  private static final Pattern WORD =
      Pattern.compile("\\{\\{-?\\s*(if|range|with|define|block|else|end)\\b");
  private static final Pattern NAME = Pattern.compile("\\{\\{-?\\s*define\\s+[\"`]([^\"`]+)[\"`]");
  private static final Pattern CALL =
      Pattern.compile("\\b(?:include|template|block)\\s+(?:[\"`]([^\"`]+)[\"`]|[^\"`\\s])");

  private static final Pattern SWITCH =
      Pattern.compile(
          "\\{\\{-?\\s*if\\s+(?:eq\\s+\\(toString\\s+)?\\$?[\\w.]*\\.(\\w+)\\)?(?:\\s+\"true\")?\\s*-?}}");

  private final Map<String, String> files;
  private final Predicate<String> isOn;
  private final List<Helper> helpers = new ArrayList<>();

  private ReachedTemplates(Map<String, String> files, Predicate<String> isOn) {
    this.files = files;
    this.isOn = isOn;
  }

  /** A {@code define}, from its first character to behind its {@code end}. */
  private record Helper(String file, String name, int start, int end) {}

  /**
   * The same files, with blanks in place of what is not reached, so that every line stays where it
   * is.
   *
   * @param files texts by path
   * @param isOn whether any values turn a switch of this name on
   */
  public static Map<String, String> of(Map<String, String> files, Predicate<String> isOn) {
    ReachedTemplates templates = new ReachedTemplates(files, isOn);
    files.forEach(templates::findHelpers);
    return templates.reached();
  }

  private Map<String, String> reached() {
    Map<String, String> rendering = new TreeMap<>(files);
    helpers.forEach(helper -> blank(rendering, helper));
    Set<String> names = new HashSet<>();
    Deque<String> texts = new ArrayDeque<>(rendering.values());
    while (!texts.isEmpty()) {
      for (Helper helper : calledBy(texts.pop())) {
        if (names.add(helper.name())) {
          texts.push(text(helper));
        }
      }
    }
    Map<String, String> reached = new TreeMap<>(files);
    helpers.stream()
        .filter(helper -> !names.contains(helper.name()))
        .forEach(helper -> blank(reached, helper));
    return reached;
  }

  private List<Helper> calledBy(String text) {
    Set<String> names = new HashSet<>();
    Deque<Boolean> blocks = new ArrayDeque<>();
    Matcher action = TemplateReferences.ACTION.matcher(TemplateReferences.withoutComments(text));
    while (action.find()) {
      enterOrLeave(action.group(), blocks);
      Matcher call = CALL.matcher(action.group());
      while (!blocks.contains(false) && call.find()) {
        if (call.group(1) == null) {
          return helpers;
        }
        names.add(call.group(1));
      }
    }
    return helpers.stream().filter(helper -> names.contains(helper.name())).toList();
  }

  /**
   * Follows one action into a block or out of it.
   *
   * @param blocks whether each block that is open may be rendered
   */
  private void enterOrLeave(String action, Deque<Boolean> blocks) {
    Matcher word = WORD.matcher(action);
    if (!word.lookingAt()) {
      return;
    }
    switch (word.group(1)) {
      case "end" -> blocks.poll();
      case "else" -> {
        blocks.poll();
        blocks.push(true);
      }
      default -> {
        Matcher test = SWITCH.matcher(action);
        blocks.push(!test.matches() || isOn.test(test.group(1)));
      }
    }
  }

  private String text(Helper helper) {
    return files.get(helper.file()).substring(helper.start(), helper.end());
  }

  private static void blank(Map<String, String> texts, Helper helper) {
    String text = texts.get(helper.file());
    String blanks = text.substring(helper.start(), helper.end()).replaceAll("[^\\n]", " ");
    texts.put(
        helper.file(), text.substring(0, helper.start()) + blanks + text.substring(helper.end()));
  }

  private void findHelpers(String file, String text) {
    Matcher action = TemplateReferences.ACTION.matcher(TemplateReferences.withoutComments(text));
    int depth = 0;
    int start = 0;
    String name = null;
    while (action.find()) {
      Matcher word = WORD.matcher(action.group());
      if (!word.lookingAt() || word.group(1).equals("else")) {
        continue;
      }
      if (word.group(1).equals("end")) {
        depth--;
        if (depth == 0 && name != null) {
          helpers.add(new Helper(file, name, start, action.end()));
          name = null;
        }
      } else {
        Matcher named = NAME.matcher(action.group());
        if (depth == 0 && named.lookingAt()) {
          name = named.group(1);
          start = action.start();
        }
        depth++;
      }
    }
  }
}
