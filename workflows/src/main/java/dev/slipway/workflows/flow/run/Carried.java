package dev.slipway.workflows.flow.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.progress.StepState;
import dev.slipway.workflows.wire.Payloads;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.List;

/**
 * What a run hands to the one that it continues as, in the second argument. Anybody can start a
 * workflow with two arguments, so it proves nothing by itself.
 *
 * @param finished the lines that need not run again
 * @param answers what people answered while the chain was parked, newest last
 * @param resumed whether a person's answer is why the run goes on as a new one
 */
record Carried<S>(
    S state,
    List<StepState> finished,
    List<String> notes,
    List<Resolution> answers,
    boolean resumed) {
  private static final ObjectMapper MAPPER = Payloads.mapper();

  Carried {
    requireNonNull(state, "state");
    finished = List.copyOf(finished);
    notes = List.copyOf(notes);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  /** With nothing done yet. */
  static <S> Carried<S> only(S state) {
    return new Carried<>(state, List.of(), List.of(), List.of(), false);
  }

  /**
   * Reads the second argument of a run.
   *
   * @throws io.temporal.failure.ApplicationFailure {@link FailureType#INVALID_STATE} where this run
   *     does not continue another, or the argument is no state
   */
  static <S> Carried<S> read(JsonNode argument, Class<S> type) {
    if (!continuesAnotherRun()) {
      throw FailureType.INVALID_STATE.failure(
          "the second argument is reserved for a run that continues itself; start with one"
              + " argument, the request: the run goes on where things stand");
    }
    try {
      JavaType carried = MAPPER.getTypeFactory().constructParametricType(Carried.class, type);
      return MAPPER.treeToValue(argument, carried);
    } catch (JsonProcessingException e) {
      throw FailureType.INVALID_STATE.failure("the second argument is no state of a run");
    }
  }

  /** Whether the next run of this one could make use of it. */
  static boolean canTravel() {
    String cron = Workflow.getInfo().getCronSchedule();
    return cron == null || cron.isEmpty();
  }

  // A cron and a retry after a time-out name an earlier run, too, and copy whatever input it had.
  private static boolean continuesAnotherRun() {
    WorkflowInfo info = Workflow.getInfo();
    return info.getContinuedExecutionRunId().isPresent() && info.getAttempt() == 1 && canTravel();
  }
}
