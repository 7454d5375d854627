package dev.slipway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.starter.process.ExitCode;
import dev.slipway.workflows.failure.FailureType;
import dev.slipway.workflows.people.RunOutcome;
import dev.slipway.workflows.people.RunProblem;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  @Test
  void everyFailureOfARunHasItsCode() {
    assertThat(
            Stream.of(FailureType.values())
                .map(type -> type + " " + ended(type.name()) + "\n")
                .collect(Collectors.joining()))
        .isEqualTo(
            """
            NOT_YET 1
            UNCHANGED 1
            AWS_UNAVAILABLE 1
            CLUSTER_UNREACHABLE 1
            CHART_REPOSITORY_UNAVAILABLE 1
            HELM_FAILED 1
            TEMPORAL_UNAVAILABLE 1
            NOTICE_UNDELIVERED 1
            ACCESS_DENIED 1
            AWS_REFUSED 1
            CLUSTER_REFUSED 1
            PREFLIGHT_FAILED 1
            CLUSTER_OWNED 5
            SECRET_OWNED 5
            SECRET_INCOMPLETE 1
            HELM_REFUSED 1
            RELEASE_OWNED 1
            MANIFEST_REFUSED 1
            PACKAGES_CHANGED 1
            CHART_REFUSED 1
            CHART_CHANGED 1
            CLUSTER_SECRET_NOT_READY 1
            APPLICATIONS_NOT_HEALTHY 1
            RECORD_UNREADABLE 1
            NOTICE_REFUSED 1
            STEP_TIMED_OUT 1
            INVALID_REQUEST 2
            INVALID_STATE 2
            INVALID_CONFIG 2
            INVALID_PACKAGES 2
            UNKNOWN_CLUSTER 2
            ACCOUNT_MISMATCH 2
            NOT_ALLOWED 5
            REJECTED 3
            DEADLINE_PASSED 3
            ABORTED 1
            ATTENTION_DEADLINE_PASSED 1
            """);
  }

  @Test
  void aFailureThatThisBuildDoesNotNameIsAFailure() {
    assertThat(ended("QUOTA_REACHED")).isEqualTo(1);
    assertThat(ended("CANCELLED")).isEqualTo(1);
  }

  @Test
  void aRunThatSucceededIsZero() {
    assertThat(ended(/* failure= */ null)).isZero();
  }

  @Test
  void everyProblemWithARunHasItsCode() {
    assertThat(
            Stream.of(RunProblem.Kind.values())
                .map(kind -> kind + " " + ExitCode.of(kind).code() + "\n")
                .collect(Collectors.joining()))
        .isEqualTo(
            """
            ALREADY_RUNNING 5
            NOT_FOUND 4
            REFUSED 5
            NO_WORKER 7
            PAUSED 5
            TEMPORAL_UNREACHABLE 6
            NOT_TAKEN 5
            NOT_UNDERSTOOD 70
            """);
  }

  private static int ended(String failure) {
    return ExitCode.of(new RunOutcome(failure, "why", /* report= */ null)).code();
  }
}
