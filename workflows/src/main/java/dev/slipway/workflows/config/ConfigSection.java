package dev.slipway.workflows.config;

import dev.slipway.workflows.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The keys of one map, checked against those that are known; the first of a duplicate counts. */
final class ConfigSection {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("<[^<>]*>|\\$?\\{\\{?[^}]*}|(?i)(replace|change|fill)[ _-]?(me|in|this)");

  private final String path;
  private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
  private final ConfigProblems problems;

  ConfigSection(String path, YamlNode.Keys keys, List<String> known, ConfigProblems problems) {
    this.path = path;
    this.problems = problems;
    for (YamlNode.Entry entry : keys.entries()) {
      YamlNode.Entry first = entries.putIfAbsent(entry.key(), entry);
      if (first != null) {
        report(entry.line(), entry.key(), "is given twice, first in line " + first.line());
      } else if (!known.contains(entry.key())) {
        report(entry.line(), entry.key(), unknown(entry.key(), known));
      }
    }
  }

  YamlNode get(String key) {
    YamlNode.Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  int line(String key) {
    YamlNode.Entry entry = entries.get(key);
    return entry == null ? 0 : entry.line();
  }

  /** The stripped value, or null with its problem reported. */
  String required(String key, Function<String, String> complaint) {
    if (!entries.containsKey(key)) {
      problems.add(0, path + key, "is missing");
      return null;
    }
    return optional(key, complaint);
  }

  /**
   * The stripped value; null when it is absent or wrong.
   *
   * @param complaint what is wrong with a value, or null
   */
  String optional(String key, Function<String, String> complaint) {
    YamlNode node = get(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof YamlNode.Text text)) {
      report(
          line(key),
          key,
          node instanceof YamlNode.Nothing
              ? "has no value"
              : "is " + node.kind() + "; one text is expected");
      return null;
    }
    String value = text.value().strip();
    String problem = generalComplaint(value);
    problem = problem == null ? complaint.apply(value) : problem;
    if (problem != null) {
      report(text.line(), key, problem);
      return null;
    }
    return value;
  }

  void report(int line, String key, String message) {
    problems.add(line, path + key, message);
  }

  private static String generalComplaint(String value) {
    if (value.isEmpty() || value.toLowerCase(Locale.ROOT).equals("null")) {
      return "has no value";
    }
    return isPlaceholder(value)
        ? ConfigRules.quote(value) + " is a placeholder; fill in your own value"
        : null;
  }

  static boolean isPlaceholder(String value) {
    return PLACEHOLDER.matcher(value).find();
  }

  private static String unknown(String key, List<String> known) {
    return NearestKey.to(key, known)
        .map(nearest -> "is not known; did you mean " + nearest + "?")
        .orElseGet(() -> "is not known; known are " + String.join(", ", known));
  }
}
