package dev.slipway.worker.metrics;

import com.codahale.metrics.MetricRegistry;
import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.util.Duration;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import jakarta.servlet.http.HttpServlet;

/** One page for the metrics of the Temporal SDK and those of Dropwizard. */
public final class PrometheusMetrics {
  private static final double REPORT_SECONDS = 5;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  public PrometheusMetrics(MetricRegistry dropwizard) {
    registry.config().meterFilter(new FewBuckets());
    registry.getPrometheusRegistry().register(new DropwizardCollector(dropwizard));
  }

  /** Where the Temporal SDK counts. */
  public Scope temporalScope() {
    return new RootScopeBuilder()
        .reporter(new MicrometerClientStatsReporter(registry))
        .reportEvery(Duration.ofSeconds(REPORT_SECONDS));
  }

  public HttpServlet servlet() {
    return new PrometheusServlet(registry);
  }
}
