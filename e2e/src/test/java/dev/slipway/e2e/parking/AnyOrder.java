package dev.slipway.e2e.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.bed.process.Tool;
import dev.slipway.e2e.bed.slipway.WorkerProcess;
import dev.slipway.e2e.install.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Several people who answer the same run by signal and by Update, doubled, late and about something
 * else, while its worker comes and goes.
 */
final class AnyOrder {
  private static final int ROUNDS = 2;
  // The last is Temporal's, while the run goes on as another.
  private static final String[] REFUSALS = {
    "ALREADY_ANSWERED", "WRONG_ATTENTION", "NOT_PARKED", "INVALID_ANSWER", "workflow task failure"
  };
  private static final Duration SOON = Duration.ofMinutes(2);

  private final Run run;
  private final WorkerProcess worker;
  private final Random random;
  private final String name;
  private final Map<String, CompletableFuture<Tool.Result>> updates = new LinkedHashMap<>();

  AnyOrder(Run run, WorkerProcess worker, int seed) {
    this.run = run;
    this.worker = worker;
    random = new Random(seed);
    name = "order-" + seed;
  }

  /** Has the run parked and answered a few times, ends it, and looks what counted. */
  void play() {
    for (int attention = 1; attention <= ROUNDS; attention++) {
      run.awaitAttention(attention);
      round(attention);
    }
    run.awaitAttention(ROUNDS + 1);
    Tool.Result aborted = run.resolve("abort", ROUNDS + 1, name + "-end");
    assertThat(run.ending(SOON).type()).as(aborted.output()).isEqualTo("ABORTED");
    List<String> resumed =
        run.notes().stream().filter(note -> note.startsWith("Attention ")).toList();
    assertThat(resumed).as(name).hasSize(ROUNDS);
    for (int attention = 1; attention <= ROUNDS; attention++) {
      assertThat(resumed.get(attention - 1)).startsWith("Attention " + attention + ": retry by");
    }
    updates.forEach((reason, update) -> assertCountedAsItWasTold(reason, update.join(), resumed));
    assertThat(Attempts.of("CreateConfigSecrets", run.histories())).isEqualTo(ROUNDS + 1);
  }

  private void round(int attention) {
    List<Runnable> moves =
        new ArrayList<>(
            List.of(
                () -> answer(attention),
                () -> answer(attention),
                () -> update(attention),
                () -> update(attention),
                () -> update(attention - 1),
                () -> signal("approve", "{\"approver\":\"eve\"}"),
                worker::kill));
    Collections.shuffle(moves, random);
    for (Runnable move : moves) {
      move.run();
      if (random.nextInt(4) == 0 && !worker.process().isRunning()) {
        worker.start();
      }
    }
    if (!worker.process().isRunning()) {
      worker.start();
    }
  }

  private void answer(int attention) {
    signal("retry", input(attention, reason("signal", attention)));
  }

  // Temporal refuses one that comes while a run ends to go on as another, and says so.
  private void signal(String name, String input) {
    Tool.Result told = run.trySignal(name, input);
    assertThat(told.exitCode() == 0 || told.output().contains("workflow is closing"))
        .as(told.output())
        .isTrue();
  }

  private void update(int attention) {
    String reason = reason("update", attention) + "-" + updates.size();
    updates.put(
        reason, CompletableFuture.supplyAsync(() -> run.resolve("retry", attention, reason)));
  }

  private String reason(String way, int attention) {
    return name + "-" + way + "-" + attention;
  }

  private static String input(int attention, String reason) {
    return "{\"attention\":%d,\"name\":\"ada\",\"reason\":\"%s\"}".formatted(attention, reason);
  }

  private void assertCountedAsItWasTold(String reason, Tool.Result update, List<String> resumed) {
    long counted = resumed.stream().filter(note -> note.endsWith(": " + reason)).count();
    assertThat(counted).as(reason + ": " + update).isEqualTo(update.exitCode() == 0 ? 1 : 0);
    if (update.exitCode() != 0) {
      assertThat(update.output()).containsAnyOf(REFUSALS);
    }
  }
}
