package dev.slipway.e2e.bed;

import dev.slipway.e2e.bed.source.ChartVersion;
import dev.slipway.e2e.bed.source.Sources;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** A bed for hand testing: {@code e2e/run bed [cluster...]}. */
public final class BedMain {
  private BedMain() {}

  public static void main(String[] clusters) throws InterruptedException {
    Bed bed = Bed.start();
    System.out.println("# A bed in " + bed.folder() + "; Ctrl-C ends it. To talk to it:");
    for (String name : clusters.length == 0 ? new String[] {"alpha"} : clusters) {
      Cluster cluster = bed.cluster(name);
      System.out.println("export KUBECONFIG=" + cluster.kubeconfig() + "  # cluster " + name);
    }
    Map<String, String> environment = new TreeMap<>(bed.aws().environment("us-west-2"));
    environment.putAll(bed.temporal().environment());
    environment.forEach((name, value) -> System.out.println("export " + name + "=" + value));
    describe(bed.sources());
    new CountDownLatch(1).await();
  }

  private static void describe(Sources sources) {
    System.out.println("# Packages for Slipway:  " + sources.packages());
    System.out.println("# Git repository:        " + sources.git().url() + " (branch main)");
    System.out.println("# Chart repository:      " + sources.charts().url());
    for (ChartVersion chart : sources.charts().charts()) {
      System.out.println("#   " + chart.name() + " " + chart.version());
    }
  }
}
