package dev.slipway.starter.run;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.Console;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.starter.process.Surroundings;
import dev.slipway.starter.view.AttentionText;
import dev.slipway.workflows.attention.Resolution.Answer;
import dev.slipway.workflows.people.RunProblem;
import dev.slipway.workflows.people.RunState;
import dev.slipway.workflows.progress.Attention;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts what a parked run needs to a person, each number once. */
public final class Attentions {
  private final Mender mender;
  private final Surroundings surroundings;
  private int asked;

  public Attentions(Mender mender, Surroundings surroundings) {
    this.mender = mender;
    this.surroundings = surroundings;
  }

  boolean know(Attention attention) {
    return attention.number() <= asked;
  }

  /**
   * Shows it and gets an answer where one can be had.
   *
   * @throws CommandFailure with {@link ExitCode#NEEDS_ATTENTION} where nobody sits here
   */
  void offer(RunState run, Attention attention) {
    asked = attention.number();
    Console console = surroundings.console();
    List<String> lines = AttentionText.of(attention, surroundings.clock().instant());
    console.warning(String.join("\n", lines));
    Optional<Answer> answer = surroundings.hasTerminal() ? ask(attention) : Optional.empty();
    if (answer.isPresent()) {
      tell(run, attention, answer.get());
      return;
    }
    console.waiting("The run waits. When the cause is mended, from any terminal:");
    AttentionText.commands(run.workflowId(), attention).forEach(console::more);
    if (!surroundings.hasTerminal()) {
      throw new CommandFailure(
          ExitCode.NEEDS_ATTENTION, "The run needs a person; it goes on when it is answered");
    }
  }

  private Optional<Answer> ask(Attention attention) {
    String choice = attention.skippable() ? "retry / skip / abort" : "retry / abort";
    String said =
        surroundings
            .ask("What now? [" + choice + " / Enter: leave it open]")
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return Stream.of(Answer.values()).filter(answer -> answer.word().equals(said)).findFirst();
  }

  // Somebody else may have been faster: the run goes on anyway.
  private void tell(RunState run, Attention attention, Answer answer) {
    String reason =
        surroundings.ask("Why? [Enter: no word]").filter(word -> !word.isBlank()).orElse(null);
    try {
      surroundings
          .console()
          .success(Mender.words(mender.answer(run, answer, attention.number(), reason)));
    } catch (RunProblem e) {
      if (e.kind() != RunProblem.Kind.REFUSED) {
        throw e;
      }
      surroundings.console().warning(e.getMessage());
    }
  }
}
