package dev.slipway.workflows.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.people.RunProblem.Kind;
import java.io.IOException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Temporal answers of a run that an operator has paused, and what people are told. */
@Timeout(30)
class PausedTest {
  private static final RunState RUN =
      new RunState("platform/idp", "run", "InstallPlatform", "RUNNING", Instant.EPOCH, null);
  private static final ObjectNode ANSWER = JsonNodeFactory.instance.objectNode();

  private final PausingServer temporal = new PausingServer();
  private final RunClient runs = temporal.runs();

  PausedTest() throws IOException {}

  @AfterEach
  void stopTemporal() {
    temporal.close();
  }

  @Test
  void isOpenAndPaused() {
    RunState state = runs.describe("platform/idp");
    assertThat(state.isPaused()).isTrue();
    assertThat(state.isOpen()).isTrue();
    assertThat(state.closedAt()).isNull();
  }

  @Test
  void aQueryIsToldThatTheRunIsPaused() {
    assertThat(problem(() -> runs.progress(RUN)))
        .hasMessage(
            "An operator has paused the run; it answers nothing until: temporal workflow unpause"
                + " -w platform/idp")
        .returns(Kind.PAUSED, RunProblem::kind)
        .returns(true, RunProblem::passes);
  }

  @Test
  void anUpdateIsToldSo() {
    assertThat(problem(() -> runs.resolve(RUN, ANSWER))).returns(Kind.PAUSED, RunProblem::kind);
    assertThat(problem(() -> runs.decide(RUN, ANSWER))).returns(Kind.PAUSED, RunProblem::kind);
  }

  @Test
  void aMissingWorkerIsNoPause() {
    temporal.hasNoWorker();
    assertThat(problem(() -> runs.progress(RUN))).returns(Kind.NO_WORKER, RunProblem::kind);
    assertThat(problem(() -> runs.resolve(RUN, ANSWER))).returns(Kind.NO_WORKER, RunProblem::kind);
  }

  @Test
  void anUpdateThatWasGivenBackIsSentAgain() {
    temporal.isChangingOver(3);
    assertThat(problem(() -> runs.resolve(RUN, ANSWER))).returns(Kind.PAUSED, RunProblem::kind);
    assertThat(temporal.updates()).isEqualTo(4);
  }

  @Test
  void anUpdateThatIsGivenBackForEverIsToldSo() {
    temporal.isChangingOver(Integer.MAX_VALUE);
    assertThat(problem(() -> runs.resolve(RUN, ANSWER)))
        .hasMessage("platform/idp has not taken it; send it again")
        .returns(Kind.NOT_TAKEN, RunProblem::kind);
  }

  private static RunProblem problem(ThrowingCallable call) {
    return catchThrowableOfType(RunProblem.class, call);
  }
}
