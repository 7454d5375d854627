package dev.slipway.activities.allowance;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern in which {@code *} stands for any text; everything else stands for itself. */
record Wildcard(String pattern) {
  private static final String ANY = "*";

  boolean matches(String text) {
    return expression().matcher(text).matches();
  }

  private Pattern expression() {
    return Pattern.compile(
        Arrays.stream(pattern.split(Pattern.quote(ANY), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }
}
