package dev.slipway.activities.helm.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.AcmePlatform;
import dev.slipway.activities.packages.PackagesFolder;
import dev.slipway.activities.preflight.Findings;
import dev.slipway.workflows.plan.Finding;
import dev.slipway.workflows.platform.Packages;
import dev.slipway.workflows.platform.Platform;
import dev.slipway.workflows.platform.SamplePlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsExaminerTest {
  @TempDir private Path root;
  private final ChartRepositories repositories =
      new ChartRepositories(new EnvironmentProxies(Map.of()), () -> {});
  private OneChart chart;

  @BeforeEach
  void serve() {
    chart = new OneChart(root);
  }

  @AfterEach
  void stop() {
    chart.close();
  }

  @Test
  void blocksAChartThatNobodyHasSeen() throws IOException {
    assertThat(examine(Map.of()).blockers())
        .extracting(Finding::subject, Finding::message)
        .singleElement()
        .asString()
        .contains("chart of argocd", "its content is not part of the plan; start again");
  }

  @Test
  void takesAChartThatWasSeenAndWarnsOfOneThatArgoCdWouldMiss() throws IOException {
    Findings seen = examine(Map.of("argo-cd", "7692"));

    assertThat(seen.blockers()).isEmpty();
    assertThat(seen.warnings()).extracting(Finding::subject).containsExactly("chart of keycloak");
  }

  @Test
  void blocksWhereTheRepositoryOfANeededChartRefuses() throws IOException {
    chart.answer(401);

    assertThat(examine(Map.of("argo-cd", "7692")).blockers())
        .extracting(Finding::subject, Finding::message)
        .singleElement()
        .asString()
        .contains("chart of argocd", "index.yaml cannot be fetched: status 401");
  }

  @Test
  void looksAgainWhereTheRepositoryOfANeededChartIsDown() {
    chart.answer(503);

    assertThatThrownBy(() -> examine(Map.of("argo-cd", "7692")))
        .hasMessageContaining("CHART_REPOSITORY_UNAVAILABLE");
  }

  private Findings examine(Map<String, String> charts) throws IOException {
    Packages packages = new Packages(chart.packages("").digest(), null, charts);
    SamplePlatform acme = AcmePlatform.on("alpha").withPathRouting(false);
    Findings findings = new Findings();
    new ChartsExaminer(new PackagesFolder(root), repositories)
        .examine(
            AcmePlatform.examined(new Platform(acme.target(), acme.config(), packages)), findings);
    return findings;
  }
}
