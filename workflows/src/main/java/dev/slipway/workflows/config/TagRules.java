package dev.slipway.workflows.config;

import dev.slipway.workflows.yaml.YamlNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The tags of config.yaml, within what AWS allows. */
final class TagRules {
  /** AWS allows 50; the rest is for Slipway's owner tag, and one to come. */
  private static final int MOST = 48;

  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private final ConfigProblems problems;

  TagRules(ConfigProblems problems) {
    this.problems = problems;
  }

  /** The tags by key; none where there are none. */
  Map<String, String> read(ConfigSection root) {
    YamlNode node = root.get("tags");
    if (node == null || node instanceof YamlNode.Nothing) {
      return Map.of();
    }
    if (!(node instanceof YamlNode.Keys keys)) {
      root.report(
          node.line(), "tags", "is " + node.kind() + "; a map from key to value is expected");
      return Map.of();
    }
    Map<String, String> tags = new TreeMap<>();
    for (YamlNode.Entry entry : keys.entries()) {
      read(entry, tags);
    }
    if (tags.size() > MOST) {
      root.report(
          root.line("tags"),
          "tags",
          "has " + tags.size() + " tags; AWS allows 50, of which " + MOST + " are left to you");
    }
    return tags;
  }

  private void read(YamlNode.Entry entry, Map<String, String> tags) {
    String field = ConfigRules.shorten("tags." + entry.key());
    String wrongKey = checkKey(entry.key());
    if (wrongKey != null) {
      problems.add(entry.line(), field, wrongKey);
    }
    if (!(entry.value() instanceof YamlNode.Text text)) {
      problems.add(
          entry.line(),
          field,
          entry.value() instanceof YamlNode.Nothing
              ? "has no value; write \"\" for an empty one"
              : "is " + entry.value().kind() + "; one text is expected");
      return;
    }
    String wrongValue = checkValue(text.value());
    if (wrongValue != null) {
      problems.add(text.line(), field, wrongValue);
    }
    if (tags.put(entry.key(), text.value()) != null) {
      problems.add(entry.line(), field, "is given twice");
    }
  }

  private static String checkKey(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      return "a tag's key has 1 to 128 characters";
    }
    if (lower.startsWith("aws:") || lower.startsWith("slipway:")) {
      return "begins with a reserved prefix; choose another key";
    }
    return ALLOWED.matcher(key).matches()
        ? null
        : "has a character that AWS refuses; letters, digits, spaces and _.:/=+-@ are allowed";
  }

  private static String checkValue(String value) {
    if (ConfigSection.isPlaceholder(value)) {
      return ConfigRules.quote(value) + " is a placeholder; fill in your own value";
    }
    if (value.length() > LONGEST_VALUE) {
      return "has " + value.length() + " characters; AWS allows 256";
    }
    return ALLOWED.matcher(value).matches()
        ? null
        : ConfigRules.quote(value)
            + " has a character that AWS refuses; letters, digits, spaces and _.:/=+-@ are allowed";
  }
}
