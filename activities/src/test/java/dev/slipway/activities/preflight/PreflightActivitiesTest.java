package dev.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.PreflightActivitiesImpl.Examiners;
import dev.slipway.activities.secrets.SamplePlatform;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.credentials.CredentialsSource;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.plan.Change;
import dev.slipway.workflows.plan.Change.Action;
import dev.slipway.workflows.plan.Fact;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.plan.Plan;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PreflightActivitiesTest {
  private static final Examiner WARNS = (request, findings) -> findings.warning("a", "warned");
  private static final Examiner CREATES =
      (request, findings) -> findings.change(Action.CREATE, "namespace argocd", null);
  private static final Examiner BLOCKS = (request, findings) -> findings.blocker("b", "blocked");
  private static final Examiner UNREACHABLE = failing(FailureType.CLUSTER_UNREACHABLE);

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
        .containsExactly(new Finding("preflight", "could not be established: planned"));
  }

  @Test
  void endsAtTheWrongAccountBeforeAnythingElse() {
    Examiner unreached =
        (request, findings) -> {
          throw new AssertionError("was asked");
        };

    assertThatThrownBy(() -> examine(failing(FailureType.ACCOUNT_MISMATCH), unreached))
        .hasMessageContaining("ACCOUNT_MISMATCH");
  }

  @Test
  void isBlockedByWhatIsDenied() {
    Examination seen = examine(failing(FailureType.ACCESS_DENIED), WARNS);

    assertThat(seen.blockers()).extracting(Finding::message).containsExactly("planned");
    assertThat(seen.plan().warnings()).containsExactly(new Finding("a", "warned"));
  }

  @Test
  void isBlockedByAFailureThatItDoesNotKnow() {
    Examiner unknown =
        (request, findings) -> {
          throw ApplicationFailure.newFailure("planned", "FROM_ANOTHER_BUILD");
        };

    assertThat(examine(WARNS, unknown).blockers())
        .extracting(Finding::message)
        .containsExactly("FROM_ANOTHER_BUILD: planned");
  }

  @Test
  void saysThatAnExaminerBroke() {
    Examiner broken =
        (request, findings) -> {
          throw new IllegalStateException("bug");
        };

    assertThat(examine(broken, WARNS).plan().warnings().get(0).message())
        .isEqualTo("could not be established: java.lang.IllegalStateException: bug");
  }

  @Test
  void looksIntoTheWorldWhileItLooksIntoThePackages() {
    CountDownLatch packages = new CountDownLatch(1);
    Examiner world =
        (request, findings) -> findings.warning("met", Boolean.toString(await(packages)));
    Examiner meanwhile = (request, findings) -> packages.countDown();

    assertThat(examine(WARNS, world, meanwhile).plan().warnings())
        .contains(new Finding("met", "true"));
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

  private static Examiner failing(FailureType type) {
    return (request, findings) -> {
      throw type.failure("planned");
    };
  }

  private static Examination examine(Examiner... examiners) {
    PackagesFolder none = new PackagesFolder(Path.of("nowhere"));
    Snapshots snapshots = new Snapshots(Path.of("nowhere"), none, new Revisions());
    ExamineRequest request =
        new ExamineRequest(
            SamplePlatform.of("alpha", "a.example.com"),
            new Owner("default", "w", "r"),
            CredentialsSource.WORKER,
            false);
    List<Examiner> all = List.of(examiners);
    int half = 1 + all.size() / 2;
    Examiners lanes =
        new Examiners(all.subList(0, 1), all.subList(1, half), all.subList(half, all.size()));
    return new PreflightActivitiesImpl(snapshots, lanes).examine(request);
  }
}
