package dev.slipway.e2e.benchmark;

import dev.slipway.e2e.bed.Bed;
import dev.slipway.e2e.bed.Cluster;
import dev.slipway.e2e.install.Ending;
import dev.slipway.e2e.install.Operator;
import dev.slipway.e2e.install.Platform;
import dev.slipway.e2e.install.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clean installs in a row, approval given at once, and what they cost: prints figures. */
public final class InstallBenchmark {
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private InstallBenchmark() {}

  public static void main(String[] arguments) {
    int installs = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
    List<Figures> all = new ArrayList<>();
    try (Bed bed = Bed.start()) {
      for (int number = 1; number <= installs; number++) {
        Figures figures = install(bed);
        all.add(figures);
        System.out.println("Install " + number + " of " + installs + "\n" + figures.text());
        bed.reset();
      }
    }
    System.out.println(Figures.summary(all));
  }

  private static Figures install(Bed bed) {
    Cluster cluster = bed.cluster("alpha");
    Platform platform = Platform.on(bed, cluster);
    platform.slipway().worker();
    Operator operator = platform.operator().unattended();
    try (UpWatch watch = new UpWatch(cluster)) {
      Run run = operator.start();
      Ending ending = run.success(LIMIT);
      return Figures.of(ending, run.history(), watch.lastUp(), cluster.audit());
    }
  }
}
