package dev.slipway.workflows.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every problem, so that a person mends the file once. */
final class ConfigProblems {
  private final List<ConfigProblem> found = new ArrayList<>();

  void add(int line, String field, String message) {
    found.add(new ConfigProblem(line, field, message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** By line; what has no line, such as a missing key, comes last in the order it was found. */
  List<ConfigProblem> list() {
    Comparator<ConfigProblem> byLine =
        Comparator.comparingInt(
            problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line());
    return found.stream().sorted(byLine).toList();
  }
}
