package dev.slipway.worker.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Eight buckets a timer: the SDK asks for some seventy, which makes a scrape megabytes long. */
final class FewBuckets implements MeterFilter {
  private static final double[] NANOSECONDS =
      LongStream.of(10, 50, 100, 500, 1_000, 5_000, 30_000, 300_000)
          .map(TimeUnit.MILLISECONDS::toNanos)
          .asDoubleStream()
          .toArray();

  @Override
  public DistributionStatisticConfig configure(
      Meter.Id id, DistributionStatisticConfig configuration) {
    if (id.getType() != Meter.Type.TIMER) {
      return configuration;
    }
    return DistributionStatisticConfig.builder()
        .percentilesHistogram(false)
        .serviceLevelObjectives(NANOSECONDS)
        .build()
        .merge(configuration);
  }
}
