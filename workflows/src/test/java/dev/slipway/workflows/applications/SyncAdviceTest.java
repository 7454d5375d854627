package dev.slipway.workflows.applications;

import static dev.slipway.workflows.applications.VerdictTest.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.platform.AddonGraph;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncAdviceTest {
  private static final Application KEYCLOAK_DOWN =
      new Application(
          "keycloak-idp", "keycloak", "Synced", "Progressing", null, false, true, null, null);
  private static final Application KEYCLOAK_UP =
      new Application(
          "keycloak-idp", "keycloak", "Synced", "Healthy", null, false, true, null, null);
  private static final Application BACKSTAGE_SLEEPS =
      new Application(
          "backstage-idp", "backstage", "OutOfSync", "Missing", "Running", true, true, null, null);

  private final SyncAdvice advice = new SyncAdvice(AddonGraph.CNOE);

  private static Picture at(int second, Application... applications) {
    return new Picture(Instant.ofEpochSecond(second), "d", List.of(applications));
  }

  @Test
  void letsAnApplicationSleepWhileItsPrerequisiteIsMissing() {
    assertThat(advice.from(at(0, KEYCLOAK_DOWN, BACKSTAGE_SLEEPS))).isEmpty();
  }

  @Test
  void wakesAnApplicationOnceItsPrerequisitesAreUp() {
    assertThat(advice.from(at(0, KEYCLOAK_UP, BACKSTAGE_SLEEPS))).containsExactly("backstage-idp");
  }

  @Test
  void leavesAloneWhatIsUp() {
    assertThat(advice.from(at(0, KEYCLOAK_UP, up("backstage")))).isEmpty();
  }

  @Test
  void asksTenSecondsApartAndFiveTimesAtMost() {
    int asked = 0;
    for (int second = 0; second < 600; second++) {
      asked += advice.from(at(second, KEYCLOAK_UP, BACKSTAGE_SLEEPS)).size();
    }
    assertThat(asked).isEqualTo(5);
    assertThat(advice.from(at(700, KEYCLOAK_UP, BACKSTAGE_SLEEPS))).isEmpty();
  }

  @Test
  void asksOnceForPicturesThatFollowEachOther() {
    assertThat(advice.from(at(0, BACKSTAGE_SLEEPS))).hasSize(1);
    assertThat(advice.from(at(5, BACKSTAGE_SLEEPS))).isEmpty();
  }

  @Test
  void asksForAnotherReadingOfWhatCouldNotBeRead() {
    Application unread =
        new Application(
            "backstage-idp",
            "backstage",
            "Unknown",
            "Healthy",
            null,
            false,
            true,
            "ComparisonError: chart not found",
            null);
    assertThat(advice.from(at(0, KEYCLOAK_DOWN, unread))).containsExactly("backstage-idp");
  }
}
