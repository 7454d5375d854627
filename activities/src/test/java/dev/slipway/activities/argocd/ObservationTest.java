package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.contract.ApplicationActivities.ObserveRequest;
import dev.slipway.workflows.contract.Target;
import dev.slipway.workflows.platform.ClusterId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Application UP = application("argocd-a", "Synced", "Healthy");
  private static final Application DOWN = application("keycloak-a", "Synced", "Progressing");
  private static final Application UNKNOWN = application("backstage-a", "Unknown", "Healthy");

  @Test
  void tellsTheFirstPicture() {
    assertThat(observation(null, null, DOWN).isNews()).isTrue();
  }

  @Test
  void keepsQuietAboutThePictureThatTheCallerHas() {
    Observation first = observation(null, null, UP, DOWN);
    assertThat(observation(first.picture().digest(), null, UP, DOWN).isNews()).isFalse();
    assertThat(observation(first.picture().digest(), null, UP, UP).isNews()).isTrue();
  }

  @Test
  void keepsPicturesApartUntilEverythingIsUp() {
    assertThat(observation(null, NOW.plusSeconds(1), UP, DOWN).isNews()).isFalse();
    assertThat(observation(null, NOW, UP, DOWN).isNews()).isTrue();
    assertThat(observation(null, NOW.plusSeconds(1), UP).isNews()).isTrue();
  }

  @Test
  void saysHowManyAreUpAndWhatIsWaitedFor() {
    assertThat(observation(null, null, UP, DOWN, UNKNOWN).summary())
        .isEqualTo("1 of 3 up; waiting for keycloak-a (Progressing), backstage-a (Unknown)");
  }

  @Test
  void countsWhatIsNotThereYet() {
    ObserveRequest request = request(List.of("argocd-a", "b", "c", "d", "e"), null, null);
    assertThat(new Observation(request, picture(UP)).summary())
        .isEqualTo(
            "1 of 5 up; waiting for b (not there yet), c (not there yet), d (not there yet) and 1 more");
  }

  private static Observation observation(
      String knownDigest, Instant notBefore, Application... seen) {
    List<String> names = List.of(seen).stream().map(Application::name).distinct().toList();
    return new Observation(request(names, knownDigest, notBefore), picture(seen));
  }

  private static Picture picture(Application... seen) {
    List<Application> distinct = List.of(seen).stream().distinct().toList();
    return new Picture(NOW, PictureDigest.of(distinct), distinct);
  }

  private static ObserveRequest request(List<String> names, String digest, Instant notBefore) {
    ClusterId cluster = new ClusterId("123456789012", "eu-west-3", "a");
    return new ObserveRequest(new Target(cluster, null), names, digest, notBefore);
  }

  private static Application application(String name, String sync, String health) {
    return new Application(name, name, sync, health, "Succeeded", false, true, null, null);
  }
}
