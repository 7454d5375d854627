package dev.slipway.activities.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.activities.kubernetes.KubernetesObject;
import dev.slipway.workflows.applications.Application;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The situations were recorded from Argo CD 3.2.11. */
class ApplicationReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          up                              | Synced    | Healthy     | Succeeded | false | true
          appset-chart-up                 | Synced    | Healthy     | Succeeded | false | true
          out-of-sync-for-good            | OutOfSync | Healthy     | Succeeded | false | true
          out-of-sync-before-comparison   | OutOfSync | Healthy     | Succeeded | false | false
          missing-after-success           | OutOfSync | Missing     | Succeeded | false | false
          synced-and-progressing          | Synced    | Progressing | Succeeded | false | false
          degraded                        | Synced    | Degraded    | Succeeded | false | false
          not-looked-at-yet               | Unknown   | Unknown     | -         | false | false
          sync-asked-for                  | Unknown   | Unknown     | Running   | false | false
          first-sync-running              | OutOfSync | Missing     | Running   | false | false
          waiting-for-hooks               | OutOfSync | Healthy     | Running   | false | false
          sleeping-retry                  | OutOfSync | Missing     | Running   | true  | false
          degraded-while-retrying         | OutOfSync | Degraded    | Running   | true  | false
          retrying-now                    | OutOfSync | Degraded    | Running   | false | false
          sync-given-up                   | OutOfSync | Missing     | Failed    | false | false
          chart-missing                   | Unknown   | Healthy     | -         | false | false
          destination-unknown             | Unknown   | Unknown     | -         | false | false
          comparison-of-old-sources       | Unknown   | Healthy     | Succeeded | false | false
          """)
  void readsStateAndWhetherItIsUp(
      String situation,
      String sync,
      String health,
      String operation,
      boolean retrying,
      boolean up) {
    Application application = read(situation);
    assertThat(application.sync()).isEqualTo(sync);
    assertThat(application.health()).isEqualTo(health);
    assertThat(application.operation()).isEqualTo(operation);
    assertThat(application.retrying()).isEqualTo(retrying);
    assertThat(application.isUp()).isEqualTo(up);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          up                        | -
          sleeping-retry            | one or more synchronization tasks are not valid (retrying); Foo foo: The Kubernetes API could not find example.com/Foo for requested resource default/foo. Make sure the "Foo" CRD is installed on the destination cluster.
          degraded-while-retrying   | one or more synchronization tasks completed unsuccessfully (retrying); ExternalSecret keycloak-oidc: could not get secret data from provider
          waiting-for-hooks         | waiting for completion of hook /ServiceAccount/argocd-redis-secret-init and 58 more hooks
          comparison-of-old-sources | Argo CD has not compared the cluster with the present specification yet
          """)
  void saysWhyItIsNotUp(String situation, String message) {
    assertThat(read(situation).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          up                  | -
          chart-missing       | ComparisonError: Failed to load target state: failed to generate manifest for source 1 of 1
          destination-unknown | InvalidSpecError: there are no clusters with this name: nowhere
          sync-given-up       | SyncError: Failed last sync attempt to [b5ffea2206fde28ee534e6d863d739099c8ecb4d]: one or more
          """)
  void quotesArgoCdsErrorCondition(String situation, String error) {
    if (error == null) {
      assertThat(read(situation).error()).isNull();
      return;
    }
    assertThat(read(situation).error()).startsWith(error);
    assertThat(read(situation).error()).hasSizeLessThanOrEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({"up, keycloak", "appset-chart-up, ''"})
  void namesTheAddon(String situation, String addon) {
    assertThat(read(situation).addon()).isEqualTo(addon);
  }

  static KubernetesObject fixture(String situation) {
    try (InputStream file = ApplicationReadingTest.class.getResourceAsStream(situation + ".json")) {
      return new KubernetesObject(new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(situation, e);
    }
  }

  private static Application read(String situation) {
    return ApplicationReading.of(fixture(situation));
  }
}
