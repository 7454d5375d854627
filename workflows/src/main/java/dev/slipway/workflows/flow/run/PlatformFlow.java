package dev.slipway.workflows.flow.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.approval.ApprovalGate;
import dev.slipway.workflows.approval.Decision;
import dev.slipway.workflows.approval.Decision.Verdict;
import dev.slipway.workflows.attention.AttentionGate;
import dev.slipway.workflows.attention.Resolution;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.flow.FlowState;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.progress.FlowLine;
import dev.slipway.workflows.progress.Progress;
import dev.slipway.workflows.progress.ProgressBoard;
import java.util.List;

/**
 * A workflow that is a written flow: it answers people, and has a {@link FlowRun} for its lines.
 *
 * @param <S> the run's whole memory
 */
public abstract class PlatformFlow<S extends FlowState<S>> implements PlatformRun {
  protected final ProgressBoard board;
  protected final FlowRun<S> run;
  private final ApprovalGate gate;
  private final AttentionGate attention;

  /**
   * A flow of these lines.
   *
   * @param approval the line that waits for a decision
   */
  protected PlatformFlow(
      List<? extends FlowLine> lines, FlowLine approval, Continuation continuation) {
    board = new ProgressBoard(lines);
    gate = new ApprovalGate(board);
    attention = new AttentionGate(board);
    Consent consent = new Consent(board, gate, approval);
    run = new FlowRun<>(board, consent, new Parking(board, attention), continuation);
  }

  @Override
  public final void approve(JsonNode decision) {
    gate.signal(Verdict.APPROVED, decision);
  }

  @Override
  public final void reject(JsonNode decision) {
    gate.signal(Verdict.REJECTED, decision);
  }

  @Override
  public final Decision decide(JsonNode decision) {
    return gate.decide(decision);
  }

  @Override
  public final void validateDecision(JsonNode decision) {
    gate.validate(decision);
  }

  @Override
  public final void retry(JsonNode answer) {
    attention.signal(Answer.RETRY, answer);
  }

  @Override
  public final void skip(JsonNode answer) {
    attention.signal(Answer.SKIP, answer);
  }

  @Override
  public final void abort(JsonNode answer) {
    attention.signal(Answer.ABORT, answer);
  }

  @Override
  public final Resolution resolve(JsonNode answer) {
    return attention.resolve(answer);
  }

  @Override
  public final void validateResolution(JsonNode answer) {
    attention.validate(answer);
  }

  @Override
  public final Plan plan() {
    return gate.plan();
  }

  @Override
  public final Progress progress() {
    return board.progress();
  }

  @Override
  public final Picture applications() {
    return board.picture();
  }
}
