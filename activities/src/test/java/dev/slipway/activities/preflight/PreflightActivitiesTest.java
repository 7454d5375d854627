package dev.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.PreflightActivitiesImpl.Examiners;
import dev.slipway.activities.secrets.SamplePlatform;
import dev.slipway.workflows.contract.CredentialsSource;
import dev.slipway.workflows.contract.FailureType;
import dev.slipway.workflows.contract.Owner;
import dev.slipway.workflows.contract.PreflightActivities.Examination;
import dev.slipway.workflows.contract.PreflightActivities.ExamineRequest;
import dev.slipway.workflows.contract.PreflightActivities.Finding;
import dev.slipway.workflows.contract.PreflightActivities.Finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PreflightActivitiesTest {
  private static final Examiner WARNS = (request, findings) -> findings.warning("a", "warned");
  private static final Examiner BLOCKS = (request, findings) -> findings.blocker("b", "blocked");
  private static final Examiner UNREACHABLE = failing(FailureType.CLUSTER_UNREACHABLE);

  @Test
  void collectsWhatAllExaminersFind() {
    assertThat(examine(WARNS, BLOCKS, WARNS).findings())
        .extracting(Finding::subject)
        .containsExactly("a", "b", "a");
  }

  @Test
  void retriesAWorldThatCouldNotBeReached() {
    assertThatThrownBy(() -> examine(WARNS, UNREACHABLE, WARNS))
        .hasMessageContaining("CLUSTER_UNREACHABLE");
  }

  @Test
  void doesNotWaitForTheWorldWhenTheRunIsBlockedAnyway() {
    assertThat(examine(UNREACHABLE, BLOCKS).findings())
        .containsExactly(
            new Finding(Severity.BLOCKER, "b", "blocked"),
            new Finding(Severity.WARNING, "preflight", "could not be established: planned"));
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
    assertThat(examine(failing(FailureType.ACCESS_DENIED), WARNS).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.BLOCKER, Severity.WARNING);
  }

  @Test
  void saysThatAnExaminerBroke() {
    Examiner broken =
        (request, findings) -> {
          throw new IllegalStateException("bug");
        };

    assertThat(examine(broken, WARNS).findings().get(0).message())
        .isEqualTo("could not be established: java.lang.IllegalStateException: bug");
  }

  @Test
  void looksIntoTheWorldWhileItLooksIntoThePackages() {
    CountDownLatch packages = new CountDownLatch(1);
    Examiner world =
        (request, findings) -> findings.warning("met", Boolean.toString(await(packages)));
    Examiner meanwhile = (request, findings) -> packages.countDown();

    assertThat(examine(WARNS, world, meanwhile).findings())
        .contains(new Finding(Severity.WARNING, "met", "true"));
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
