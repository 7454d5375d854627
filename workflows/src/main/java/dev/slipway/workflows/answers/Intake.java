package dev.slipway.workflows.answers;

import dev.slipway.workflows.answers.Refusal.Reason;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What happens to answers that cannot be taken: of a signal that is noted, as nobody waits for
 * words; of an Update the caller is told.
 *
 * @param <A> an answer that was understood
 */
public final class Intake<A> {
  private final Reason misunderstood;
  private final Function<A, Optional<Refusal>> refusal;
  private final Consumer<String> note;

  /** Reads what was typed. */
  @FunctionalInterface
  public interface Reading<A> {
    A read() throws NotUnderstood;
  }

  /**
   * The answers of one kind.
   *
   * @param misunderstood the reason where what was typed is none
   * @param refusal why an answer cannot be taken now; empty where it can
   * @param note is told of signals that cannot be taken
   */
  public Intake(
      Reason misunderstood, Function<A, Optional<Refusal>> refusal, Consumer<String> note) {
    this.misunderstood = misunderstood;
    this.refusal = refusal;
    this.note = note;
  }

  /**
   * Of a signal: empty where it cannot be taken, which is noted.
   *
   * @param who the name that an answer gives
   */
  public Optional<A> ofSignal(Reading<A> signal, Function<A, String> who) {
    try {
      A answer = signal.read();
      Optional<Refusal> refused = refusal.apply(answer);
      refused.ifPresent(
          why -> note.accept("Ignored a signal of " + who.apply(answer) + ": " + why));
      return refused.isPresent() ? Optional.empty() : Optional.of(answer);
    } catch (NotUnderstood e) {
      note.accept("Ignored a signal: " + Refusal.of(misunderstood, e));
      return Optional.empty();
    }
  }

  /**
   * Of an Update.
   *
   * @throws io.temporal.failure.ApplicationFailure a {@link Refusal}
   */
  public A ofUpdate(Reading<A> update) {
    try {
      A answer = update.read();
      Optional<Refusal> refused = refusal.apply(answer);
      if (refused.isPresent()) {
        throw refused.get().failure();
      }
      return answer;
    } catch (NotUnderstood e) {
      throw Refusal.of(misunderstood, e).failure();
    }
  }
}
