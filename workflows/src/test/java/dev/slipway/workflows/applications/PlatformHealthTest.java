package dev.slipway.workflows.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformHealthTest {

  /** What real Argo CD shows, and what it means. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          synced and healthy                    | Synced    | Healthy     | Succeeded | false | true  | -               | true
          never had an operation                | Synced    | Healthy     | -         | false | true  | -               | true
          chart cannot be fetched               | Unknown   | Healthy     | -         | false | true  | ComparisonError | false
          chart cannot be fetched, no condition | Unknown   | Healthy     | -         | false | true  | -               | false
          sync is failing                       | OutOfSync | Healthy     | Failed    | false | true  | -               | false
          sync is running                       | OutOfSync | Healthy     | Running   | false | true  | -               | false
          synced while an operation runs        | Synced    | Healthy     | Running   | false | true  | -               | false
          synced, last operation failed         | Synced    | Healthy     | Failed    | false | true  | -               | false
          sleeping in a retry                   | OutOfSync | Missing     | Running   | true  | true  | -               | false
          permanent difference                  | OutOfSync | Healthy     | Succeeded | false | true  | -               | true
          difference at a new revision          | OutOfSync | Healthy     | Succeeded | false | false | -               | false
          difference with an error              | OutOfSync | Healthy     | Succeeded | false | true  | SyncError       | false
          progressing                           | Synced    | Progressing | Succeeded | false | true  | -               | false
          degraded                              | Synced    | Degraded    | Succeeded | false | true  | -               | false
          suspended                             | Synced    | Suspended   | Succeeded | false | true  | -               | false
          """)
  void knowsWhatIsUp(
      String situation,
      String sync,
      String health,
      String operation,
      boolean retrying,
      boolean atRevision,
      String error,
      boolean up) {
    var application =
        new Application("a", "a", sync, health, operation, retrying, atRevision, error, null);

    assertThat(PlatformHealth.of(picture(application), List.of("a")).isUp()).isEqualTo(up);
  }

  @Test
  void isNotUpWhileSomethingExpectedDoesNotExist() {
    PlatformHealth health =
        PlatformHealth.of(picture(SampleApplication.up("a")), List.of("a", "b"));

    assertThat(health.isUp()).isFalse();
    assertThat(health.missing()).containsExactly("b");
    assertThat(health.lacking()).containsExactly("b");
  }

  @Test
  void looksOnlyAtWhatIsExpected() {
    var foreign = SampleApplication.named("x").is("Unknown", "Degraded").seen();

    assertThat(PlatformHealth.of(picture(SampleApplication.up("a"), foreign), List.of("a")).isUp())
        .isTrue();
  }

  @Test
  void warnsOfAPermanentDifference() {
    var differing = SampleApplication.named("a").is("OutOfSync", "Healthy").seen();

    assertThat(PlatformHealth.of(picture(differing), List.of("a")).warnings())
        .containsExactly("a is Healthy, and OutOfSync after a successful sync");
  }

  @Test
  void isNotUpWhenNothingWasSeen() {
    assertThat(PlatformHealth.of(picture(), List.of("a")).isUp()).isFalse();
  }

  @Test
  void saysHowManyAreUpAndWhatIsWaitedFor() {
    Picture picture =
        picture(
            SampleApplication.up("a"),
            down("b", "Synced", "Degraded"),
            down("c", "Unknown", "Healthy"));

    assertThat(PlatformHealth.of(picture, List.of("a", "b", "c")).summary())
        .isEqualTo("1 of 3 up; waiting for b (Degraded), c (Unknown)");
    assertThat(PlatformHealth.of(picture, List.of("a", "b", "d", "e", "f")).summary())
        .isEqualTo(
            "1 of 5 up; waiting for b (Degraded), d (not there yet), e (not there yet) and 1 more");
    assertThat(PlatformHealth.of(picture, List.of("a")).summary()).isEqualTo("1 of 1 up");
  }

  private static Application down(String name, String sync, String health) {
    return new Application(name, name, sync, health, "Succeeded", false, true, null, null);
  }

  private static Picture picture(Application... applications) {
    return new Picture(Instant.EPOCH, "outline", "digest", List.of(applications));
  }
}
