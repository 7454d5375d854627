package dev.slipway.activities.helm.rendering;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the keys that a Go template reads and the context does not have. Helm's engine renders them
 * as nothing, Argo CD refuses them; so each is replaced by a call that notes it, which happens only
 * where the branch that reads it is taken.
 */
final class KeyChains {
  static final String MISSING = "slipway.missing";

  private static final Pattern ACTION =
      Pattern.compile(
          "\\{\\{(?:\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`|'(?:\\\\.|[^'\\\\])*'|/\\*.*?\\*/|[^}]|}(?!}))*}}",
          Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`|'(?:\\\\.|[^'\\\\])*'|/\\*.*?\\*/"
              + "|(?<![\\w.)\\]$])(?<chain>\\$?(?:\\.[A-Za-z_]\\w*)+)",
          Pattern.DOTALL);
  private static final Pattern KEYWORD = Pattern.compile("\\{\\{-?\\s*(\\w+)");

  private final JsonNode context;

  /** Whether the dot is the context inside of each open block. */
  private final Deque<Boolean> atRoot = new ArrayDeque<>();

  private KeyChains(JsonNode context) {
    this.context = context;
    atRoot.push(true);
  }

  static String noteMissing(String template, JsonNode context) {
    KeyChains chains = new KeyChains(context);
    return ACTION
        .matcher(template)
        .replaceAll(a -> Matcher.quoteReplacement(chains.action(a.group())));
  }

  private String action(String action) {
    Matcher keyword = KEYWORD.matcher(action);
    String word = keyword.find() ? keyword.group(1) : "";
    if (word.equals("end") && atRoot.size() > 1) {
      atRoot.pop();
    }
    String noted =
        PART.matcher(action).replaceAll(p -> Matcher.quoteReplacement(part(p.group(), p.group(1))));
    switch (word) {
      case "if" -> atRoot.push(atRoot.peek());
      case "with", "range", "define", "block" -> atRoot.push(false);
      default -> {}
    }
    return noted;
  }

  private String part(String text, String chain) {
    if (chain == null || !(chain.startsWith("$") || atRoot.element())) {
      return text;
    }
    String path = chain.substring(chain.indexOf('.') + 1);
    JsonNode value = context.at("/" + path.replace('.', '/'));
    return value.isMissingNode()
        ? "(include \"%s\" (list $ \"%s\"))".formatted(MISSING, path)
        : text;
  }
}
