package dev.slipway.workflows.people;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.progress.RunStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A run in a list, as Temporal knows it without asking a worker.
 *
 * @param type workflow type, such as {@code InstallPlatform}
 * @param status where it stands: a {@link RunStatus} by name while it goes on, else how Temporal
 *     says that it ended
 * @param cluster account, region and name with slashes between; empty where it is not known
 * @param step the line that it began last; empty where it is not known
 * @param closedAt null while the run goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedRun(
    String workflowId,
    String runId,
    String type,
    String status,
    String cluster,
    String step,
    Instant startedAt,
    Instant closedAt) {
  private static final String PAUSED = "PAUSED";
  // Who waits for a person comes first.
  private static final List<String> TURNS =
      List.of(
          RunStatus.NEEDS_ATTENTION.name(),
          RunStatus.APPROVAL_DUE.name(),
          RunStatus.AWAITING_APPROVAL.name(),
          PAUSED);

  /** Those that wait for a person first, then those that go on, then what has ended. */
  public static final Comparator<ListedRun> WAITING_FIRST =
      Comparator.comparing((ListedRun run) -> !run.isOpen())
          .thenComparing(ListedRun::turn)
          .thenComparing(ListedRun::since, Comparator.reverseOrder());

  public ListedRun {
    requireNonNull(workflowId, "workflowId");
    requireNonNull(status, "status");
    requireNonNull(startedAt, "startedAt");
  }

  /**
   * Where a run stands. What Temporal says of its end counts: a run that was terminated has left
   * behind where it stood last.
   *
   * @param execution as Temporal calls it, such as {@code RUNNING} or {@code TERMINATED}
   * @param shown the run's own word; null where it has shown none
   */
  static String standing(String execution, String shown) {
    return switch (execution) {
      case "RUNNING" -> shown == null ? RunStatus.RUNNING.name() : shown;
      case "COMPLETED" -> RunStatus.SUCCEEDED.name();
      case "CANCELED" -> RunStatus.CANCELLED.name();
      default -> execution;
    };
  }

  public boolean isOpen() {
    return closedAt == null;
  }

  /** When it began, or ended. */
  public Instant since() {
    return isOpen() ? startedAt : closedAt;
  }

  private int turn() {
    int turn = TURNS.indexOf(status);
    return turn < 0 ? TURNS.size() : turn;
  }
}
