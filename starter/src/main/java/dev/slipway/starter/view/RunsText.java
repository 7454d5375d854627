package dev.slipway.starter.view;

import dev.slipway.workflows.people.ListedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs as a table, one a line. */
public final class RunsText {
  private RunsText() {}

  /** Under a line of headings; one sentence where there is none. */
  public static List<String> of(List<ListedRun> runs, Instant now) {
    if (runs.isEmpty()) {
      return List.of("No runs");
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("STATUS", "CLUSTER", "STEP", "SINCE", "RUN"));
    runs.forEach(run -> rows.add(row(run, now)));
    return rows.stream().map(row -> line(row, rows)).toList();
  }

  private static List<String> row(ListedRun run, Instant now) {
    String ago = ProgressText.duration(Duration.between(run.since(), now)) + " ago";
    return List.of(
        words(run.status()), known(run.cluster()), known(words(run.step())), ago, run.workflowId());
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      line.append(row.get(column)).append(" ".repeat(padding(row, rows, column)));
    }
    return line.append(row.get(row.size() - 1)).toString();
  }

  private static int padding(List<String> row, List<List<String>> rows, int column) {
    int width = rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
    return width - row.get(column).length() + 2;
  }

  private static String known(String value) {
    return value.isEmpty() ? "-" : value;
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
