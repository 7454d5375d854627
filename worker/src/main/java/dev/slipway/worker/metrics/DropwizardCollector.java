package dev.slipway.worker.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.Metered;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Snapshot;
import com.codahale.metrics.Timer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Shows Dropwizard's metrics to Prometheus, each name once. */
final class DropwizardCollector implements MultiCollector {
  private static final double SECONDS_PER_NANOSECOND = 1e-9;

  private final MetricRegistry registry;

  DropwizardCollector(MetricRegistry registry) {
    this.registry = registry;
  }

  @Override
  public MetricSnapshots collect() {
    Map<String, MetricSnapshot> snapshots = new TreeMap<>();
    registry
        .getMetrics()
        .forEach(
            (name, metric) -> {
              String safe =
                  PrometheusNaming.sanitizeMetricName("dropwizard_" + name.replace('.', '_'));
              snapshot(safe, metric).ifPresent(found -> snapshots.putIfAbsent(safe, found));
            });
    return new MetricSnapshots(snapshots.values());
  }

  private static Optional<MetricSnapshot> snapshot(String name, Metric metric) {
    if (metric instanceof Gauge<?> gauge) {
      return gauge.getValue() instanceof Number number
          ? Optional.of(gauge(name, number.doubleValue()))
          : Optional.empty();
    }
    if (metric instanceof com.codahale.metrics.Counter counter) {
      return Optional.of(gauge(name, (double) counter.getCount()));
    }
    if (metric instanceof Timer timer) {
      return Optional.of(
          summary(name, timer.getCount(), timer.getSnapshot(), SECONDS_PER_NANOSECOND));
    }
    if (metric instanceof Histogram histogram) {
      return Optional.of(summary(name, histogram.getCount(), histogram.getSnapshot(), 1));
    }
    if (metric instanceof Metered meter) {
      return Optional.of(counter(name, meter.getCount()));
    }
    return Optional.empty();
  }

  private static MetricSnapshot gauge(String name, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  private static MetricSnapshot counter(String name, long count) {
    return CounterSnapshot.builder()
        .name(name)
        .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder().value((double) count).build())
        .build();
  }

  private static MetricSnapshot summary(String name, long count, Snapshot values, double factor) {
    Quantiles quantiles =
        Quantiles.of(
            new Quantile(0.5, values.getMedian() * factor),
            new Quantile(0.95, values.get95thPercentile() * factor),
            new Quantile(0.99, values.get99thPercentile() * factor));
    return SummarySnapshot.builder()
        .name(name)
        .dataPoint(
            SummarySnapshot.SummaryDataPointSnapshot.builder()
                .count(count)
                .quantiles(quantiles)
                .build())
        .build();
  }
}
