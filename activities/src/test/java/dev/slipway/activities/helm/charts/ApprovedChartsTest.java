package dev.slipway.activities.helm.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.packages.PackagesCopy;
import dev.slipway.workflows.packages.AddonSource;
import dev.slipway.workflows.platform.Packages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovedChartsTest {
  /** Of the text "one". */
  private static final String ONE =
      "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

  @TempDir private Path root;
  @TempDir private Path folder;
  private final ApprovedCharts charts =
      new ApprovedCharts(new ChartRepositories(new EnvironmentProxies(Map.of()), () -> {}));
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
  void tellsWhatTheChartsAreThatSlipwayInstallsItself() throws IOException {
    assertThat(charts.of(chart.packages(""), false)).containsExactly(Map.entry("argo-cd", ONE));
  }

  @Test
  void refusesAChartThatWasPublishedAnewSinceItWasApproved() throws IOException {
    Packages approved = new Packages("d", null, Map.of("argo-cd", ONE));
    assertThat(fetch(chart.packages(""), approved)).hasContent("one");
    chart.publish("two");
    assertThatThrownBy(() -> fetch(chart.packages(""), approved))
        .hasMessageContaining("CHART_CHANGED")
        .hasMessageContaining("chart argo-cd 1.0.0")
        .hasMessageContaining("approved was sha256:" + ONE);
  }

  @Test
  void refusesAnotherChartThanThePackagesBind() throws IOException {
    Packages earlier = new Packages("d", null, null);
    assertThat(fetch(chart.packages("sha256:" + ONE), earlier)).hasContent("one");
    assertThatThrownBy(() -> fetch(chart.packages("sha256:cafe"), earlier))
        .hasMessageContaining("CHART_CHANGED")
        .hasMessageContaining("packages/addons/values.yaml says sha256:cafe");
  }

  private Path fetch(PackagesCopy packages, Packages approved) {
    AddonSource argoCd = packages.addons(false).addon("argocd");
    return charts.fetch(argoCd, packages, approved, folder);
  }
}
