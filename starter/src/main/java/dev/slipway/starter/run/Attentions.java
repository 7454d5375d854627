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
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    if (!surroundings.hasTerminal()) {
      invite(run, attention);
      throw new CommandFailure(
          ExitCode.NEEDS_ATTENTION, "The run needs a person; it goes on when it is answered");
    }
    ask(attention)
        .ifPresentOrElse(answer -> answer(run, attention, answer), () -> invite(run, attention));
  }

  private void invite(RunState run, Attention attention) {
    Console console = surroundings.console();
    console.waiting("The run waits. When the cause is mended, from any terminal:");
    AttentionText.commands(run.workflowId(), attention).forEach(console::more);
  }

  // A slip of the finger leaves nothing open.
  private Optional<Answer> ask(Attention attention) {
    List<Answer> choice =
        Stream.of(Answer.values())
            .filter(answer -> answer != Answer.SKIP || attention.skippable())
            .toList();
    String words = choice.stream().map(Answer::word).collect(Collectors.joining(" / "));
    String said;
    Optional<Answer> meant;
    do {
      said = askFor("What now? [" + words + " / Enter: leave it open]").toLowerCase(Locale.ROOT);
      meant = choice.stream().filter(of(said)).findFirst();
    } while (meant.isEmpty() && !said.isEmpty());
    return meant;
  }

  private static Predicate<Answer> of(String said) {
    return answer -> answer.word().equals(said);
  }

  private void answer(RunState run, Attention attention, Answer answer) {
    boolean wordless = answer != Answer.SKIP;
    String reason = askFor("Why? [Enter: " + (wordless ? "no word]" : "leave it open]"));
    if (reason.isEmpty() && !wordless) {
      invite(run, attention);
      return;
    }
    tell(run, attention, answer, reason.isEmpty() ? null : reason);
  }

  private String askFor(String question) {
    return surroundings.ask(question).orElse("");
  }

  // Somebody else may have been faster: the run goes on anyway.
  private void tell(RunState run, Attention attention, Answer answer, String reason) {
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
