package dev.slipway.sandbox.screen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.people.PlatformRun;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Plan;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;

/** Puts the plan to the person in front of the terminal; agrees to it where there is none. */
public final class Approver {
  private final Screen screen;

  public Approver(Screen screen) {
    this.screen = screen;
  }

  public void decide(PlatformRun run, Plan plan) {
    screen.title("The plan " + plan.shortDigest());
    plan.facts().forEach(fact -> screen.text(fact.name() + ": " + fact.value()));
    plan.changes().forEach(this::show);
    plan.warnings().forEach(warning -> screen.warning(warning.toString()));
    if (!isWanted()) {
      screen.action("Sending signal reject");
      run.reject(answer("refused at the prompt", plan));
      return;
    }
    screen.action("Sending signal approve, with the digest of this plan");
    run.approve(answer("agreed in the demo", plan));
  }

  @SuppressWarnings("SystemConsoleNull")
  private boolean isWanted() {
    Console console = System.console();
    if (console == null || !isTerminal(console)) {
      screen.text("There is no terminal to ask at, so the demo agrees itself.");
      return true;
    }
    screen.ask("? Carry out this plan? [y/N] ");
    String answer = console.readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** From JDK 22 on there is a Console without a terminal, too. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  private void show(Change change) {
    String text = change.object() + (change.detail() == null ? "" : ": " + change.detail());
    switch (change.action()) {
      case "CREATE" -> screen.made(text);
      case "LEAVE" -> screen.text(text);
      default -> screen.warning(change.action().toLowerCase(Locale.ROOT) + " " + text);
    }
  }

  private static ObjectNode answer(String comment, Plan plan) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("approver", System.getProperty("user.name"))
        .put("comment", comment)
        .put("planDigest", plan.digest());
  }
}
