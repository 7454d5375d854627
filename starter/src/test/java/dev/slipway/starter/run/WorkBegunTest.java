package dev.slipway.starter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.StepState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkBegunTest {
  private final WorkBegun work = new WorkBegun();

  @Test
  void theFirstLinesAreNoWork() {
    assertThat(seen("RUNNING", "RUNNING", "PENDING", "PENDING")).isFalse();
    assertThat(seen("RUNNING", "DONE", "RUNNING", "PENDING")).isFalse();
    assertThat(seen("AWAITING_APPROVAL", "DONE", "RUNNING", "PENDING")).isFalse();
  }

  @Test
  void theSecondLookAtTheWorldIsNoWork() {
    seen("APPROVAL_DUE", "DONE", "RUNNING", "PENDING");
    assertThat(planned("RUNNING", "RUNNING", "DONE", "PENDING")).isFalse();
    assertThat(planned("RUNNING", "DONE", "DONE", "RUNNING")).isTrue();
  }

  @Test
  void aSecondPlanIsWaitedFor() {
    planned("AWAITING_APPROVAL", "DONE", "RUNNING", "PENDING", "PENDING");
    planned("RUNNING", "RUNNING", "DONE", "PENDING", "PENDING");
    assertThat(planned("AWAITING_APPROVAL", "DONE", "RUNNING", "PENDING", "PENDING")).isFalse();
    assertThat(planned("RUNNING", "DONE", "DONE", "RUNNING", "PENDING")).isTrue();
  }

  @Test
  void aLineThatWasSetAsideBeforeTheDecisionIsNoWork() {
    planned("AWAITING_APPROVAL", "RUNNING", "PENDING", "NOT_REQUIRED");
    assertThat(planned("RUNNING", "DONE", "PENDING", "NOT_REQUIRED")).isFalse();
    assertThat(planned("RUNNING", "DONE", "FAILED", "NOT_REQUIRED")).isTrue();
  }

  @Test
  void aPlanThatNobodyIsAskedAboutIsFollowedToTheNextLine() {
    assertThat(seen("RUNNING", "RUNNING", "PENDING", "PENDING", "PENDING")).isFalse();
    assertThat(planned("RUNNING", "DONE", "NOT_REQUIRED", "RUNNING", "PENDING")).isFalse();
    assertThat(planned("RUNNING", "DONE", "NOT_REQUIRED", "DONE", "RUNNING")).isTrue();
  }

  @Test
  void aStatusThatThisBuildDoesNotKnowIsABeginning() {
    planned("AWAITING_APPROVAL", "RUNNING", "PENDING");
    assertThat(planned("HANDING_OVER", "DONE", "PARKED")).isTrue();
  }

  private boolean seen(String status, String... steps) {
    return work.isSeenIn(progress(status, steps), () -> false);
  }

  private boolean planned(String status, String... steps) {
    return work.isSeenIn(progress(status, steps), () -> true);
  }

  private static Progress progress(String status, String... steps) {
    List<StepState> states = new ArrayList<>();
    for (String step : steps) {
      String name = "LINE_" + states.size();
      states.add(new StepState(name, name, step, step, null, null, null));
    }
    return new Progress(
        "1/eu/idp", status, status, states, new Progress.Count(0, 0), List.of(), null, null);
  }
}
