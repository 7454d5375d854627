package dev.slipway.workflows.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import java.util.List;

/**
 * What the query {@code progress} answers.
 *
 * @param cluster account, region and name with slashes between; empty before the request was read
 * @param status a {@link RunStatus} by name
 * @param statusTitle the same as people read it
 * @param notes what a person should know, newest last, such as a signal that was ignored and why
 * @param applications how many applications are up, of how many
 * @param attention what the run needs a person for; null unless it is parked
 * @param failure why the run failed; null unless it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    String cluster,
    String status,
    String statusTitle,
    List<StepState> steps,
    Count applications,
    List<String> notes,
    Attention attention,
    String failure) {

  /** So many of so many. */
  public record Count(int up, int expected) {

    /** None is up before the first picture. */
    static Count of(Picture picture, int expected) {
      List<Application> seen = picture == null ? List.of() : picture.applications();
      return new Count((int) seen.stream().filter(Application::isUp).count(), expected);
    }
  }

  public Progress {
    requireNonNull(cluster, "cluster");
    requireNonNull(status, "status");
    requireNonNull(statusTitle, "statusTitle");
    requireNonNull(applications, "applications");
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /** Whether the run is parked: it goes on when a person answers. */
  public boolean needsAttention() {
    return attention != null;
  }

  /** Whether a plan waits for a decision. */
  public boolean awaitsDecision() {
    return status.equals(RunStatus.AWAITING_APPROVAL.name())
        || status.equals(RunStatus.APPROVAL_DUE.name());
  }
}
