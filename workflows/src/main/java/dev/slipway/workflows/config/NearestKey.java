package dev.slipway.workflows.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class NearestKey {
  private NearestKey() {}

  /** The known key that differs least, if it differs by less than about half. */
  public static Optional<String> to(String key, Collection<String> known) {
    String asked = plain(key);
    return known.stream()
        .filter(candidate -> isNear(asked, plain(candidate)))
        .min(Comparator.comparingInt(candidate -> distance(asked, plain(candidate))));
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  private static boolean isNear(String asked, String candidate) {
    if (asked.length() >= 4 && (candidate.contains(asked) || asked.contains(candidate))) {
      return true;
    }
    return distance(asked, candidate) <= Math.max(asked.length(), candidate.length()) * 2 / 5;
  }

  /** Levenshtein: how many letters to insert, delete or replace. */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
