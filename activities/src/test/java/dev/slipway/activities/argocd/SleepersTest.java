package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.kubernetes.KubernetesObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class SleepersTest {
  @Test
  void letsAnApplicationSleepWhileItsPrerequisiteIsDown() {
    assertThat(among(application("keycloak", "degraded"), application("backstage", "degraded")))
        .containsExactly("keycloak");
  }

  @Test
  void namesAnApplicationWhosePrerequisitesAreUp() {
    assertThat(among(application("keycloak", "up"), application("backstage", "sleeping-retry")))
        .containsExactly("backstage");
  }

  @Test
  void countsArgoCdAndExternalSecretsAsRunningWhateverTheirApplicationsWaitFor() {
    assertThat(
            among(
                application("external-secrets", "degraded"),
                application("argocd", "degraded"),
                application("cert-manager", "sleeping-retry")))
        .containsExactly("external-secrets", "argocd", "cert-manager");
  }

  @Test
  void namesWhatCouldNotBeReadWhateverElseIsDown() {
    assertThat(
            among(application("keycloak", "degraded"), application("backstage", "chart-missing")))
        .containsExactly("keycloak", "backstage");
  }

  private static List<String> among(KubernetesObject... applications) {
    return Sleepers.among(List.of(applications)).stream().map(KubernetesObject::name).toList();
  }

  private static KubernetesObject application(String addon, String situation) {
    KubernetesObject application = ApplicationReadingTest.fixture(situation);
    ObjectNode metadata = (ObjectNode) application.content().path("metadata");
    metadata.put("name", addon);
    metadata.putObject("labels").put("addonName", addon);
    return application;
  }
}
