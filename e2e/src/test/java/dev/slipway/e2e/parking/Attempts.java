package dev.slipway.e2e.parking;

import java.util.List;
import java.util.regex.Pattern;

/** How often a chain of runs has had an activity done. */
final class Attempts {
  private Attempts() {}

  static long of(String activity, List<String> histories) {
    Pattern scheduled =
        Pattern.compile("\"activityType\": *\\{\\s*\"name\": *\"" + activity + "\"");
    return histories.stream()
        .mapToLong(history -> scheduled.matcher(history).results().count())
        .sum();
  }
}
