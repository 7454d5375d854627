package dev.slipway.workflows.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the query {@code progress} answers.
 *
 * @param cluster account, region and name with slashes between; empty before the request was read
 * @param notes what a person should know, newest last, such as a signal that was ignored and why
 * @param applications how many applications are up, of how many
 * @param failure why the run failed; null unless it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    String cluster,
    RunStatus status,
    List<StepState> steps,
    Count applications,
    List<String> notes,
    String failure) {

  /** So many of so many. */
  public record Count(int up, int expected) {}

  public Progress {
    requireNonNull(cluster, "cluster");
    requireNonNull(status, "status");
    requireNonNull(applications, "applications");
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }
}
