package dev.slipway.workflows.people;

import dev.slipway.workflows.answers.Refusal;
import java.util.Optional;

/** Why a run could not be asked or told something, in words for a person. */
public final class RunProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Refusal refusal;

  /** What programs tell apart. */
  public enum Kind {
    ALREADY_RUNNING,
    NOT_FOUND,
    /** The run refused what it was told. */
    REFUSED,
    /** Temporal answers, but no worker does. */
    NO_WORKER,
    /** An operator has paused the run with Temporal's own means. */
    PAUSED,
    TEMPORAL_UNREACHABLE,
    /** The run went on as another at that moment; what it was told has had no effect. */
    NOT_TAKEN,
    /** The run answered in a form that this build does not know. */
    NOT_UNDERSTOOD
  }

  RunProblem(Kind kind, String message, Throwable cause) {
    this(kind, message, /* refusal= */ null, cause);
  }

  RunProblem(Kind kind, String message, Refusal refusal, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.refusal = refusal;
  }

  public Kind kind() {
    return kind;
  }

  /** Why the run refused, where it said so in a way that this build knows. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Whether waiting may be enough. */
  public boolean passes() {
    return kind == Kind.NO_WORKER
        || kind == Kind.PAUSED
        || kind == Kind.NOT_TAKEN
        || kind == Kind.TEMPORAL_UNREACHABLE;
  }
}
