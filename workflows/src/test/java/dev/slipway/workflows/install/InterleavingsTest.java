package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.failure.FailureType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers, decisions and cancels that come doubled, stale and early, to runs that go on as new ones
 * after every line: nothing happens twice, no answer is lost, and every run ends. {@code
 * -Dslipway.interleavings=300} tries so many orders.
 */
class InterleavingsTest {
  // None of those that run at once: the server in memory takes no cancel of one that has just
  // ended.
  private static final List<String> ACTIVITIES =
      List.of(
          "ClaimCluster",
          "CreateConfigSecrets",
          "ApplyManifests",
          "CheckClusterSecret",
          "ExpectApplications",
          "CompleteInstallationRecord");

  private static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("slipway.interleavings", 12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void endsAsIfEverybodyHadWaitedForTheirTurn(int seed) {
    Random random = new Random(seed);
    try (InstallHarness install = RunChain.forgottenInstall()) {
      List<String> faults = faults(random);
      faults.forEach(it -> install.faults.stands(it, FailureType.ACCESS_DENIED, "may not"));
      install.planned("");
      approve(install, random);
      boolean goesOn = true;
      for (int number = 1; goesOn && number <= faults.size(); number++) {
        goesOn = answer(install, number, random);
      }
      ended(install, goesOn);
    }
  }

  private static List<String> faults(Random random) {
    List<String> shuffled = new ArrayList<>(ACTIVITIES);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(3));
  }

  /** The first counts; whoever comes later, and answers what nobody asked, hits nothing. */
  private static void approve(InstallHarness install, Random random) {
    if (random.nextBoolean()) {
      install.answer("abort", 1);
    }
    install.approve("ann");
    if (random.nextBoolean()) {
      install.signal("reject", "{\"approver\":\"eve\"}");
    }
    if (random.nextBoolean()) {
      install.approve("bob");
    }
  }

  /** Whether the run goes on. */
  private static boolean answer(InstallHarness install, int number, Random random) {
    install.await(install.faults::isHit);
    install.faults.mendHits();
    int fate = random.nextInt(12);
    if (fate == 0) {
      install.cancel();
      return false;
    }
    String word = fate == 1 ? "abort" : "retry";
    List<Runnable> answers = new ArrayList<>();
    answers.add(() -> tell(install, word, number));
    answers.add(() -> tell(install, "abort", number + 3));
    answers.add(() -> tell(install, word, number));
    if (number > 1) {
      answers.add(() -> tell(install, "abort", number - 1));
    }
    Collections.shuffle(answers, random);
    answers.stream().limit(1 + random.nextInt(answers.size())).forEach(Runnable::run);
    // Whatever came too early above: without an answer the run would wait for good.
    while (!hasMoved(install)) {
      tell(install, word, number);
      install.pass(Duration.ofSeconds(1));
    }
    return word.equals("retry");
  }

  private static void tell(InstallHarness install, String word, int number) {
    try {
      install.answer(word, number);
    } catch (WorkflowNotFoundException e) {
      // An earlier answer has ended the run.
    }
  }

  private static boolean hasMoved(InstallHarness install) {
    return install.faults.isHit() || install.world.done().contains("release");
  }

  private static void ended(InstallHarness install, boolean installed) {
    if (installed) {
      assertThat(install.report().approvedBy()).isEqualTo("ann");
      assertThat(install.world.done()).hasSize(11);
    } else {
      assertThat(failureOf(install)).isIn("ABORTED", "CANCELLED");
    }
    assertThat(install.world.done()).doesNotHaveDuplicates().endsWith("release");
  }

  private static String failureOf(InstallHarness install) {
    try {
      throw new AssertionError("Installed: " + install.report());
    } catch (WorkflowFailedException e) {
      return e.getCause() instanceof ApplicationFailure failure ? failure.getType() : "CANCELLED";
    }
  }
}
