package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.applications.Application;
import dev.slipway.workflows.applications.KnownPicture;
import dev.slipway.workflows.applications.Picture;
import dev.slipway.workflows.contract.ApplicationActivities.ObserveRequest;
import dev.slipway.workflows.platform.ClusterId;
import dev.slipway.workflows.platform.Target;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Application UP = application("argocd-a", "Synced", "Healthy");
  private static final Application DOWN = application("keycloak-a", "Synced", "Progressing");
  private static final Application DEGRADED = application("keycloak-a", "Synced", "Degraded");
  private static final Application UNKNOWN = application("backstage-a", "Unknown", "Healthy");

  @Test
  void tellsTheFirstPicture() {
    assertThat(observation(null, DOWN).isNews()).isTrue();
  }

  @Test
  void keepsQuietAboutThePictureThatTheCallerHas() {
    KnownPicture known = known(picture(UP, DOWN), 0, 0);
    assertThat(observation(known, UP, DOWN).isNews()).isFalse();
    assertThat(observation(known, UP, DOWN).due()).isEmpty();
    assertThat(observation(known, UP).isNews()).isTrue();
  }

  @Test
  void keepsPicturesApartUntilEverythingIsUp() {
    Picture nobody = picture();
    assertThat(observation(known(nobody, 1, 1), UP, DOWN).isNews()).isFalse();
    assertThat(observation(known(nobody, 0, 1), UP, DOWN).isNews()).isTrue();
    assertThat(observation(known(nobody, 1, 1), UP).isNews()).isTrue();
  }

  @Test
  void letsDetailsWaitLongerThanChanges() {
    Picture progressing = picture(UP, DOWN);
    assertThat(observation(known(progressing, 0, 5), UP, DEGRADED).isNews()).isFalse();
    assertThat(observation(known(progressing, 0, 5), UP, DEGRADED).due())
        .hasValue(NOW.plusSeconds(5));
    assertThat(observation(known(progressing, 0, 0), UP, DEGRADED).isNews()).isTrue();
  }

  @Test
  void saysHowManyAreUpAndWhatIsWaitedFor() {
    assertThat(observation(null, UP, DOWN, UNKNOWN).summary())
        .isEqualTo("1 of 3 up; waiting for keycloak-a (Progressing), backstage-a (Unknown)");
  }

  @Test
  void countsWhatIsNotThereYet() {
    ObserveRequest request = request(List.of("argocd-a", "b", "c", "d", "e"), null);
    assertThat(new Observation(request, picture(UP)).summary())
        .isEqualTo(
            "1 of 5 up; waiting for b (not there yet), c (not there yet), d (not there yet) and 1 more");
  }

  private static Observation observation(KnownPicture known, Application... seen) {
    List<String> names = List.of(seen).stream().map(Application::name).toList();
    return new Observation(request(names, known), picture(seen));
  }

  private static KnownPicture known(Picture picture, int change, int detail) {
    return new KnownPicture(
        picture.outline(), picture.digest(), NOW.plusSeconds(change), NOW.plusSeconds(detail));
  }

  private static Picture picture(Application... seen) {
    List<Application> all = List.of(seen);
    return new Picture(NOW, PictureDigest.ofOutline(all), PictureDigest.of(all), all);
  }

  private static ObserveRequest request(List<String> names, KnownPicture known) {
    ClusterId cluster = new ClusterId("123456789012", "eu-west-3", "a");
    return new ObserveRequest(new Target(cluster, null), names, known);
  }

  private static Application application(String name, String sync, String health) {
    return new Application(name, name, sync, health, "Succeeded", false, true, null, null);
  }
}
