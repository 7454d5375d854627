package dev.slipway.activities.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.packages.PackagesFolder;
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
    return new PreflightActivitiesImpl(snapshots, List.of(examiners)).examine(request);
  }
}
