package dev.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.git.GitRevisions;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Examiner.Turn;
import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import dev.slipway.workflows.platform.Platform;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightActivitiesTest {
  private static final Look WARNS = findings -> findings.warning("a", "warned");
  private static final Look CREATES =
      findings -> findings.change(Action.CREATE, "namespace argocd", null);
  private static final Look BLOCKS = findings -> findings.blocker("b", "blocked");
  private static final Look UNREACHABLE = failing(FailureType.CLUSTER_UNREACHABLE);

  @Test
  void collectsWhatAllExaminersFind() {
    Examination seen = examine(WARNS, BLOCKS, WARNS);

    assertThat(seen.plan().warnings())
        .containsExactly(new Finding("a", "warned"), new Finding("a", "warned"));
    assertThat(seen.blockers()).containsExactly(new Finding("b", "blocked"));
  }

  @Test
  void retriesAWorldThatCouldNotBeReached() {
    assertThatThrownBy(() -> examine(WARNS, UNREACHABLE, WARNS))
        .hasMessageContaining("CLUSTER_UNREACHABLE");
  }

  @Test
  void doesNotWaitForTheWorldWhenTheRunIsBlockedAnyway() {
    Examination seen = examine(UNREACHABLE, BLOCKS);

    assertThat(seen.blockers()).containsExactly(new Finding("b", "blocked"));
    assertThat(seen.plan().warnings())
        .containsExactly(new Finding("ACCOUNT of alpha", "could not be established: planned"));
  }

  @Test
  void endsAtTheWrongAccountBeforeAnythingElse() {
    Look unreached =
        findings -> {
          throw new AssertionError("was asked");
        };

    assertThatThrownBy(() -> examine(failing(FailureType.ACCOUNT_MISMATCH), unreached))
        .hasMessageContaining("ACCOUNT_MISMATCH");
  }

  @Test
  void isBlockedByWhatIsDenied() {
    Examination seen = examine(failing(FailureType.ACCESS_DENIED), WARNS);

    assertThat(seen.blockers()).containsExactly(new Finding("ACCOUNT of alpha", "planned"));
    assertThat(seen.plan().warnings()).containsExactly(new Finding("a", "warned"));
  }

  @Test
  void isBlockedByAFailureThatItDoesNotKnow() {
    Look unknown =
        findings -> {
          throw ApplicationFailure.newFailure("planned", "FROM_ANOTHER_BUILD");
        };

    assertThat(examine(WARNS, unknown).blockers())
        .containsExactly(new Finding("WORLD of alpha", "FROM_ANOTHER_BUILD: planned"));
  }

  @Test
  void isBlockedByAnExaminerThatBroke() {
    Look broken =
        findings -> {
          throw new IllegalStateException("bug");
        };

    assertThat(examine(WARNS, WARNS, broken).blockers())
        .containsExactly(
            new Finding(
                "PACKAGES of alpha",
                "could not be established: java.lang.IllegalStateException: bug"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void isNoExaminationWhereTheWorkerStopsMeanwhile(int place) {
    Look[] looks = {WARNS, WARNS, WARNS};
    looks[place] =
        findings -> {
          throw new ActivityWorkerShutdownException();
        };

    assertThatThrownBy(() -> examine(looks)).isInstanceOf(ActivityWorkerShutdownException.class);
  }

  @Test
  void looksIntoTheWorldWhileItLooksIntoThePackages() {
    CountDownLatch packages = new CountDownLatch(1);
    Look world = findings -> findings.warning("met", Boolean.toString(await(packages)));
    Look meanwhile = findings -> packages.countDown();

    assertThat(examine(WARNS, world, meanwhile).plan().warnings())
        .contains(new Finding("met", "true"));
  }

  @Test
  void takesNoExaminerOutOfItsTurn() {
    List<Examiner> turnedRound =
        List.of(new Asked(Turn.PACKAGES, WARNS), new Asked(Turn.WORLD, WARNS));

    assertThatThrownBy(() -> new PreflightActivitiesImpl(null, turnedRound))
        .hasMessageContaining("Examiners out of their turn: [PACKAGES, WORLD]");
  }

  @Test
  void makesThePlanForThePlatformThatWasAskedFor() {
    Plan plan = examine(CREATES, WARNS).plan();

    assertThat(plan.cluster()).hasToString("123456789012/eu-west-3/alpha");
    assertThat(plan.facts()).contains(new Fact("domain", "a.example.com"));
    assertThat(plan.changes()).containsExactly(new Change("CREATE", "namespace argocd", null));
    assertThat(plan.digest()).isEqualTo(PlanDigest.of(plan));
  }

  @Test
  void makesTheSamePlanOfTheSameWorld() {
    assertThat(examine(CREATES, WARNS)).isEqualTo(examine(CREATES, WARNS));
    assertThat(examine(CREATES, WARNS).plan().digest())
        .isNotEqualTo(examine(CREATES).plan().digest());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Look failing(FailureType type) {
    return findings -> {
      throw type.failure("planned");
    };
  }

  private static Examination examine(Look... looks) {
    PackagesFolder none = new PackagesFolder(Path.of("nowhere"));
    Snapshots snapshots =
        new Snapshots(
            Path.of("nowhere"),
            none,
            repo -> new GitRevisions().resolve(repo).commit(),
            (copy, routing) -> Map.of());
    ExamineRequest request = AcmePlatform.examined(AcmePlatform.of("alpha", "a.example.com"));
    return new PreflightActivitiesImpl(snapshots, seated(looks)).examine(request);
  }

  /** The first one is asked for the account, the later half for the packages. */
  private static List<Examiner> seated(Look... looks) {
    List<Examiner> seated = new ArrayList<>();
    for (int i = 0; i < looks.length; i++) {
      Turn later = i < 1 + looks.length / 2 ? Turn.WORLD : Turn.PACKAGES;
      seated.add(new Asked(i == 0 ? Turn.ACCOUNT : later, looks[i]));
    }
    return seated;
  }

  /** What an examiner does. */
  private interface Look {
    void at(Findings findings);
  }

  private record Asked(Turn turn, Look look) implements Examiner {
    @Override
    public String subject(Platform platform) {
      return turn + " of " + platform.config().clusterName();
    }

    @Override
    public void examine(ExamineRequest request, Findings findings) {
      look.at(findings);
    }
  }
}
