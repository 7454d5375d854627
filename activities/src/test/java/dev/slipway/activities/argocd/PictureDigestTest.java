package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.applications.Application;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureDigestTest {
  @Test
  void isTheSameWhenOnlyCountersAndTemporaryNamesDiffer() {
    assertThat(digest("attempt #1: /data/4f3c2a10-aaaa-bbbb-cccc-0123456789ab/x"))
        .isEqualTo(digest("attempt #12: /data/0b5e7d21-dddd-eeee-ffff-ba9876543210/x"));
  }

  @Test
  void differsWhenTheWordsDo() {
    assertThat(digest("chart not found")).isNotEqualTo(digest("access denied"));
    assertThat(digest("chart not found")).isNotEqualTo(digest(null));
  }

  @Test
  void outlinesWhatIsUpOrInErrorAndNothingElse() {
    assertThat(outline("Missing", null)).isEqualTo(outline("Degraded", null));
    assertThat(outline("Missing", null)).isNotEqualTo(outline("Healthy", null));
    assertThat(outline("Missing", null)).isNotEqualTo(outline("Missing", "ComparisonError: no"));
  }

  private static String digest(String message) {
    return PictureDigest.of(List.of(keycloak("OutOfSync", "Missing", "Running", null, message)));
  }

  private static String outline(String health, String error) {
    return PictureDigest.ofOutline(List.of(keycloak("Synced", health, "Succeeded", error, health)));
  }

  private static Application keycloak(
      String sync, String health, String operation, String error, String message) {
    return new Application(
        "keycloak-a", "keycloak", sync, health, operation, true, true, error, message);
  }
}
